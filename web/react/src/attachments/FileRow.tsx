// SPDX-License-Identifier: Apache-2.0
import { CircleAlert, Download, FileText, X } from "lucide-react";
import { IconButton } from "../button/Button.js";
import { useLanguage } from "../provider/PalabreProvider.js";
import { SaveLink } from "../served/SaveLink.js";
import style from "./Attachments.module.css";
import { FileName } from "./FileName.js";
import { Progress } from "./Progress.js";
import type { ShownFile } from "./shown.js";
import { sizeText } from "./shown.js";

export interface FileRowProps {
  readonly file: ShownFile;
  readonly onDrop: ((key: string) => void) | undefined;
}

/** A file by its name and size; it is only ever saved, never opened here. */
export function FileRow({ file, onDrop }: FileRowProps) {
  const { words, locale } = useLanguage();
  const { attachment } = file;
  return (
    <div className={style.file}>
      <span className={style.sign} data-refused={file.refused}>
        <Sign file={file} />
      </span>
      <span className={style.about}>
        <FileName name={file.name} />
        <span>{sizeText(file.size, locale)}</span>
      </span>
      {attachment && (
        <SaveLink attachment={attachment} className={style.download}>
          <Download size={20} aria-hidden="true" />
        </SaveLink>
      )}
      {!attachment && onDrop && (
        <IconButton label={words.removeFile(file.name)} onClick={() => onDrop(file.key)}>
          <X size={18} aria-hidden="true" />
        </IconButton>
      )}
    </div>
  );
}

/** How far it is, that it was refused, or that it is a file. */
function Sign({ file }: { readonly file: ShownFile }) {
  const { words } = useLanguage();
  if (file.refused) return <CircleAlert size={22} role="img" aria-label={words.receiptFailed} />;
  return file.pending && file.underway ? (
    <Progress file={file.pending} />
  ) : (
    <FileText size={22} aria-hidden="true" />
  );
}
