// SPDX-License-Identifier: Apache-2.0
import { Camera } from "lucide-react";
import { useRef, useState } from "react";
import { Avatar, type AvatarProps } from "../avatar/Avatar.js";
import { Button } from "../button/Button.js";
import { useLanguage } from "../provider/PalabreProvider.js";
import style from "./Portrait.module.css";
import { squareOf } from "./squareOf.js";

export interface PortraitProps extends Pick<AvatarProps, "id" | "name" | "src" | "shape"> {
  readonly onChange: (square: Blob) => Promise<unknown>;
  readonly onRemove: () => Promise<unknown>;
}

/** The picture of somebody or of a group: changed with a click on it, and taken away. */
export function Portrait({ onChange, onRemove, ...face }: PortraitProps) {
  const { words } = useLanguage();
  const [state, setState] = useState<"still" | "saving" | "failed" | "unreadable">("still");
  const field = useRef<HTMLInputElement>(null);

  async function attempt(doing: () => Promise<unknown>) {
    if (state === "saving") return;
    setState("saving");
    await doing().then(
      () => setState("still"),
      (error: unknown) => setState(error instanceof Unreadable ? "unreadable" : "failed"),
    );
  }

  async function change(file: File) {
    const square = await squareOf(file).catch(() => {
      throw new Unreadable();
    });
    await onChange(square);
  }

  async function remove() {
    await attempt(onRemove);
    // its button has gone with the picture
    field.current?.focus();
  }

  return (
    <div className={style.portrait} aria-busy={state === "saving"}>
      <label className={style.picture} data-shape={face.shape} title={words.changePicture}>
        <Avatar {...face} size="xl" />
        <input
          ref={field}
          type="file"
          accept="image/*"
          className="visually-hidden"
          aria-label={words.changePicture}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) void attempt(() => change(file));
            target.value = "";
          }}
        />
        <span className={style.camera} aria-hidden="true">
          <Camera size={18} />
        </span>
      </label>
      {face.src && (
        <Button kind="plain" aria-disabled={state === "saving"} onClick={() => void remove()}>
          {words.removePicture}
        </Button>
      )}
      {(state === "failed" || state === "unreadable") && (
        <p role="alert" className={style.failed}>
          {state === "failed" ? words.didNotWork : words.unreadablePicture}
        </p>
      )}
    </div>
  );
}

/** What was chosen is no picture that this browser can draw. */
class Unreadable extends Error {}
