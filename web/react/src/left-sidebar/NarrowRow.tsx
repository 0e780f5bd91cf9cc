// SPDX-License-Identifier: Apache-2.0
import { SlidersHorizontal } from "lucide-react";
import { useMemo, useState } from "react";
import { useLanguage, usePalabreState } from "../provider/PalabreProvider.js";
import NarrowBy from "../search/NarrowBy.js";
import type { Narrowing } from "../search/narrowing.js";
import { isNarrow } from "../search/narrowing.js";
import style from "./NarrowRow.module.css";
import { Pill } from "./Pill.js";

export interface NarrowRowProps {
  readonly narrowing: Narrowing;
  readonly onChange: (narrowing: Narrowing) => void;
}

/** Over what a search in everything has found: opens what narrows it. */
export default function NarrowRow({ narrowing, onChange }: NarrowRowProps) {
  const { words } = useLanguage();
  const people = usePalabreState((state) => state.people);
  const [open, setOpen] = useState(false);
  const all = useMemo(() => [...people.values()], [people]);
  return (
    <div className={style.row}>
      <Pill on={isNarrow(narrowing)} aria-expanded={open} onClick={() => setOpen(!open)}>
        <SlidersHorizontal size={15} aria-hidden="true" />
        {words.narrow}
      </Pill>
      {open && <NarrowBy people={all} narrowing={narrowing} onChange={onChange} />}
    </div>
  );
}
