// SPDX-License-Identifier: Apache-2.0
import { Search, X } from "lucide-react";
import { type Ref, useImperativeHandle, useRef } from "react";
import { looked } from "../look/Look.js";
import { useLanguage } from "../provider/PalabreProvider.js";
import style from "./SearchField.module.css";

export interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The keys that bring one here, shown on wide screens. */
  readonly shortcut?: string;
  readonly ref?: Ref<HTMLInputElement | null>;
}

export const SearchField = looked(function SearchField({
  label,
  value,
  onChange,
  shortcut,
  ref,
}: SearchFieldProps) {
  const { words } = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  useImperativeHandle(ref, () => input.current as HTMLInputElement);

  return (
    <div className={style.field}>
      <Search size={18} aria-hidden="true" />
      <input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || value === "") return;
          event.preventDefault();
          onChange("");
        }}
      />
      {value !== "" && (
        <button
          type="button"
          className={style.clear}
          aria-label={words.clearSearch}
          onClick={() => {
            onChange("");
            input.current?.focus();
          }}
        >
          <X size={16} />
        </button>
      )}
      {value === "" && shortcut && (
        <span className={style.shortcut} aria-hidden="true">
          {shortcut}
        </span>
      )}
    </div>
  );
});
