// SPDX-License-Identifier: Apache-2.0
import { CircleAlert, Play, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useLanguage } from "../provider/PalabreProvider.js";
import style from "./Attachments.module.css";
import { Progress } from "./Progress.js";
import type { ShownFile } from "./shown.js";
import { durationText } from "./shown.js";
import { useAddress } from "./useAddress.js";

export interface PictureProps {
  readonly file: ShownFile;
  readonly alone: boolean;
  readonly onOpen: () => void;
  readonly onDrop: ((key: string) => void) | undefined;
  readonly children: ReactNode;
}

const WIDEST = 340;
const TALLEST = 360;

/** A picture or film in its final size before it is there, so that nothing jumps when it comes. */
export function Picture({ file, alone, onOpen, onDrop, children }: PictureProps) {
  const { words } = useLanguage();
  const { attachment, pending } = file;
  const address = useAddress(file, true);
  const [lost, setLost] = useState<string>();
  const { width = 4, height = 3 } = attachment ?? {};
  const size = alone ? fitted(width, height) : undefined;
  return (
    <div className={style.picture} style={size}>
      <button type="button" className={style.open} aria-label={words.openFile(file.name)} onClick={onOpen}>
        {address && address !== lost && (file.kind === "image" || attachment?.thumbnailUrl) ? (
          <img
            src={address}
            alt={file.name}
            draggable={false}
            decoding="async"
            onError={() => setLost(address)}
          />
        ) : null}
        {file.kind === "video" && (
          <span className={style.play}>
            <Play size={24} fill="currentColor" aria-hidden="true" />
            {attachment?.duration !== undefined && <span>{durationText(attachment.duration)}</span>}
          </span>
        )}
        {children}
      </button>
      {pending && file.underway && <Progress file={pending} />}
      {file.refused && (
        <span className={style.refused}>
          <CircleAlert size={30} role="img" aria-label={words.receiptFailed} />
        </span>
      )}
      {pending && !attachment && onDrop && (
        <button
          type="button"
          className={style.drop}
          aria-label={words.removeFile(file.name)}
          onClick={() => onDrop(file.key)}
        >
          <X size={16} aria-hidden="true" />
        </button>
      )}
    </div>
  );
}

function fitted(width: number, height: number) {
  const scale = Math.min(WIDEST / width, TALLEST / height, 1.5);
  return { width: Math.max(120, width * scale), aspectRatio: `${width} / ${height}` };
}
