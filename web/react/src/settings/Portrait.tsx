// SPDX-License-Identifier: Apache-2.0
import type { User } from "@palabre/sdk";
import { Camera } from "lucide-react";
import { useRef, useState } from "react";
import { Avatar } from "../avatar/Avatar.js";
import { Button } from "../button/Button.js";
import { useLanguage, usePalabre } from "../provider/PalabreProvider.js";
import style from "./Settings.module.css";
import { squareOf } from "./squareOf.js";

/** One's picture: changed with a click on it, and taken away. */
export function Portrait({ self }: { readonly self: User }) {
  const { words } = useLanguage();
  const client = usePalabre();
  const [state, setState] = useState<"still" | "saving" | "failed" | "unreadable">("still");
  const field = useRef<HTMLInputElement>(null);

  async function change(file: File) {
    setState("saving");
    const square = await squareOf(file).catch(() => undefined);
    if (!square) return setState("unreadable");
    await client.changePicture(square).then(
      () => setState("still"),
      () => setState("failed"),
    );
  }

  async function remove() {
    setState("saving");
    await client.removePicture().then(
      () => setState("still"),
      () => setState("failed"),
    );
    field.current?.focus();
  }

  return (
    <div className={style.portrait} aria-busy={state === "saving"}>
      <label className={style.picture} title={words.changePicture}>
        <Avatar id={self.id} name={self.displayName} src={self.avatarUrl} size="xl" />
        <input
          ref={field}
          type="file"
          accept="image/*"
          className="visually-hidden"
          aria-label={words.changePicture}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            target.value = "";
            if (file) void change(file);
          }}
        />
        <span className={style.camera} aria-hidden="true">
          <Camera size={18} />
        </span>
      </label>
      {self.avatarUrl && (
        <Button kind="plain" aria-disabled={state === "saving"} onClick={() => void remove()}>
          {words.removePicture}
        </Button>
      )}
      {(state === "failed" || state === "unreadable") && (
        <p role="alert" className={style.failed}>
          {state === "failed" ? words.createFailed : words.unreadablePicture}
        </p>
      )}
    </div>
  );
}
