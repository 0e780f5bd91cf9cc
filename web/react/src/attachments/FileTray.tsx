// SPDX-License-Identifier: Apache-2.0
import type { FileToSend } from "@palabre/sdk";
import { FileText, Music, X } from "lucide-react";
import { useEffect, useState } from "react";
import { useLanguage } from "../provider/PalabreProvider.js";
import { useChosen } from "./Chosen.js";
import { FileName } from "./FileName.js";
import style from "./FileTray.module.css";
import { kindOf, sizeText } from "./shown.js";

/** Over the composer: what goes with the next message, each to be taken out again. */
export function FileTray() {
  const { words } = useLanguage();
  const { files, problem } = useChosen();
  return (
    <>
      {problem && (
        <p role="alert" className={style.problem}>
          {problem}
        </p>
      )}
      {files.length > 0 && (
        <ul className={style.tray} aria-label={words.chosenFiles}>
          {files.map((file, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two files may have the same name
            <Chosen key={`${index} ${file.name}`} file={file} />
          ))}
        </ul>
      )}
    </>
  );
}

function Chosen({ file }: { readonly file: FileToSend }) {
  const { words, locale } = useLanguage();
  const { remove } = useChosen();
  const [address, setAddress] = useState<string>();
  const kind = kindOf(file.blob.type);

  useEffect(() => {
    if (kind !== "image") return;
    const made = URL.createObjectURL(file.blob);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file.blob, kind]);

  const Icon = kind === "audio" ? Music : FileText;
  return (
    <li title={file.name}>
      {address ? <img src={address} alt="" /> : <Icon size={24} aria-hidden="true" />}
      {!address && (
        <span className={style.name}>
          <FileName name={file.name} />
          {sizeText(file.blob.size, locale)}
        </span>
      )}
      <button type="button" aria-label={words.removeFile(file.name)} onClick={() => remove(file)}>
        <X size={14} aria-hidden="true" />
      </button>
    </li>
  );
}
