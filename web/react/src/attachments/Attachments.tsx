// SPDX-License-Identifier: Apache-2.0
import { lazy, useState } from "react";
import { Part } from "../part/Part.js";
import { useLanguage } from "../provider/PalabreProvider.js";
import style from "./Attachments.module.css";
import { FileRow } from "./FileRow.js";
import { Picture } from "./Picture.js";
import type { ShownFile } from "./shown.js";
import { VoicePlayer } from "./VoicePlayer.js";

const Viewer = lazy(() => import("./Viewer.js"));
const MOST_SHOWN = 4;

export interface AttachmentsProps {
  readonly files: readonly ShownFile[];
  /** Of a message on its way: takes a file out of it. */
  readonly onDrop?: ((key: string) => void) | undefined;
}

/** What a message carries: pictures and films as a grid, voices to listen to, other files by name. */
export function Attachments({ files, onDrop }: AttachmentsProps) {
  const { words } = useLanguage();
  const [open, setOpen] = useState<number>();
  const pictures = files.filter(({ kind }) => kind === "image" || kind === "video");
  const shown = pictures.slice(0, MOST_SHOWN);
  const more = pictures.length - shown.length;
  return (
    <div className={style.attachments}>
      {shown.length > 0 && (
        <div className={style.grid} data-count={shown.length}>
          {shown.map((file, index) => (
            <Picture
              key={file.key}
              file={file}
              alone={pictures.length === 1}
              onOpen={() => setOpen(index)}
              onDrop={onDrop}
            >
              {more > 0 && index === MOST_SHOWN - 1 && (
                <span className={style.more}>
                  <span className="visually-hidden">{words.morePictures(more)}</span>
                  <span aria-hidden="true">+{more}</span>
                </span>
              )}
            </Picture>
          ))}
        </div>
      )}
      {files.map((file) => {
        if (file.kind === "voice" || file.kind === "audio") return <VoicePlayer key={file.key} file={file} />;
        return file.kind === "file" ? <FileRow key={file.key} file={file} onDrop={onDrop} /> : null;
      })}
      {open !== undefined && (
        <Part over>
          <Viewer files={pictures} first={open} onClose={() => setOpen(undefined)} />
        </Part>
      )}
    </div>
  );
}
