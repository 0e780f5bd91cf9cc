// SPDX-License-Identifier: Apache-2.0
import type { PendingFile } from "@palabre/sdk";
import { useLanguage } from "../provider/PalabreProvider.js";
import style from "./Attachments.module.css";

const ROUND = 2 * Math.PI * 18;

/** How much of a file is with the server. */
export function Progress({ file }: { readonly file: PendingFile }) {
  const { words } = useLanguage();
  const part = file.size === 0 ? 1 : Math.min(1, file.uploaded / file.size);
  return (
    <span
      className={style.progress}
      role="progressbar"
      aria-label={words.uploading(file.name)}
      aria-valuenow={Math.round(part * 100)}
    >
      <svg width="44" height="44" viewBox="0 0 44 44" aria-hidden="true">
        <circle cx="22" cy="22" r="18" />
        <circle cx="22" cy="22" r="18" strokeDasharray={ROUND} strokeDashoffset={ROUND * (1 - part)} />
      </svg>
    </span>
  );
}
