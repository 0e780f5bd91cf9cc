// SPDX-License-Identifier: Apache-2.0
import type { Attachment } from "@palabre/sdk";
import { type MouseEvent, type ReactNode, useState } from "react";
import { useLanguage, usePalabre } from "../provider/PalabreProvider.js";

const SAVED_WITHIN = 10_000;

export interface SaveLinkProps {
  readonly attachment: Attachment;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** Saves a file; where an address alone is not enough, its bytes are fetched first. */
export function SaveLink({ attachment, className, children }: SaveLinkProps) {
  const { words } = useLanguage();
  const client = usePalabre();
  const [failed, setFailed] = useState(false);
  const { name, url } = attachment;
  const address = `${url}?download=1`;

  function fetchFirst(event: MouseEvent) {
    if (!client.elsewhere) return;
    event.preventDefault();
    setFailed(false);
    client.fetchFile(address).then(
      (blob) => save(blob, name),
      () => setFailed(true),
    );
  }

  return (
    <a
      className={className}
      href={address}
      download={name}
      aria-label={words.download(name)}
      title={failed ? words.didNotWork : words.download(name)}
      onClick={fetchFirst}
    >
      {children}
      <span role="alert" className="visually-hidden">
        {failed && words.didNotWork}
      </span>
    </a>
  );
}

/** As a browser does it: by a link that is there for a moment. */
function save(blob: Blob, name: string) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), SAVED_WITHIN);
}
