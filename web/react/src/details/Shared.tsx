// SPDX-License-Identifier: Apache-2.0
import type { Attachment, FilePage, Id } from "@palabre/sdk";
import { MessageSquareText, Play } from "lucide-react";
import { lazy, useCallback, useState } from "react";
import { FileRow } from "../attachments/FileRow.js";
import { shownFiles } from "../attachments/shown.js";
import { Button, IconButton } from "../button/Button.js";
import { Choice } from "../choice/Choice.js";
import { Part } from "../part/Part.js";
import { useLanguage, usePalabre } from "../provider/PalabreProvider.js";
import { useServed } from "../served/useServed.js";
import { Links } from "./Links.js";
import style from "./Shared.module.css";
import type { Gathered } from "./usePages.js";
import { useNews, usePages } from "./usePages.js";

const Viewer = lazy(() => import("../attachments/Viewer.js"));

type Kind = "media" | "files" | "links";
type Sent = FilePage["attachments"][number];

export interface SharedProps {
  readonly conversationId: Id;
  readonly onGo: (seq: number) => void;
}

/** What was sent in a conversation: pictures and films, files, links, each with the way to where it was said. */
export function Shared({ conversationId, onGo }: SharedProps) {
  const { words } = useLanguage();
  const client = usePalabre();
  const [kind, setKind] = useState<Kind>("media");
  const [failed, setFailed] = useState(false);
  const sent = useSent(conversationId);
  const all = sent.all ?? [];
  const whole = sent.all !== undefined && sent.more === undefined;

  function go(messageId: Id) {
    client.message(messageId).then(
      ({ seq }) => onGo(seq),
      () => setFailed(true),
    );
  }

  return (
    <section className={style.shared} aria-label={words.shared}>
      <Choice<Kind>
        label={words.shared}
        values={{ media: words.sharedMedia, files: words.sharedFiles, links: words.sharedLinks }}
        value={kind}
        onChange={setKind}
      />
      {(failed || (sent.failed && kind !== "links")) && (
        <p role="alert" className={style.failed}>
          {words.didNotWork}
        </p>
      )}
      {kind === "media" && <Media sent={all.filter(isMedia)} whole={whole} />}
      {kind === "files" && <Files sent={all.filter((one) => !isMedia(one))} whole={whole} onGo={go} />}
      {kind === "links" && <Links conversationId={conversationId} onGo={onGo} />}
      {kind !== "links" && sent.more && (
        <Button kind="plain" onClick={sent.more}>
          {words.showMore}
        </Button>
      )}
    </section>
  );
}

function isMedia({ attachment }: Sent): boolean {
  return attachment.kind === "image" || attachment.kind === "video";
}

function useSent(conversationId: Id): Gathered<Sent> {
  const client = usePalabre();
  const page = useCallback(
    async (cursor?: string) => {
      const { attachments, nextCursor } = await client.files(conversationId, { ...(cursor && { cursor }) });
      return { all: attachments, next: nextCursor };
    },
    [client, conversationId],
  );
  const news = useNews(conversationId, ({ attachments = [] }) => attachments.length > 0);
  return usePages(page, attachmentOf, news);
}

const attachmentOf = ({ attachment }: Sent) => attachment.id;

function Media({ sent, whole }: { readonly sent: readonly Sent[]; readonly whole: boolean }) {
  const { words } = useLanguage();
  const [open, setOpen] = useState<number>();
  const attachments = sent.map(({ attachment }) => attachment);
  if (sent.length === 0 && whole) return <p className={style.none}>{words.noMedia}</p>;
  return (
    <>
      <ul className={style.grid}>
        {attachments.map((one, index) => (
          <li key={one.id}>
            <button type="button" aria-label={words.openFile(one.name)} onClick={() => setOpen(index)}>
              <Small file={one} />
            </button>
          </li>
        ))}
      </ul>
      {open !== undefined && (
        <Part over>
          <Viewer files={shownFiles(attachments, [])} first={open} onClose={() => setOpen(undefined)} />
        </Part>
      )}
    </>
  );
}

function Small({ file }: { readonly file: Attachment }) {
  const address = useServed(file.thumbnailUrl ?? (file.kind === "image" ? file.url : undefined));
  return (
    <>
      {address && <img src={address} alt="" loading="lazy" decoding="async" />}
      {file.kind === "video" && <Play size={22} fill="currentColor" aria-hidden="true" />}
    </>
  );
}

interface FilesProps {
  readonly sent: readonly Sent[];
  readonly whole: boolean;
  readonly onGo: (messageId: Id) => void;
}

function Files({ sent, whole, onGo }: FilesProps) {
  const { words } = useLanguage();
  if (sent.length === 0 && whole) return <p className={style.none}>{words.noFiles}</p>;
  return (
    <ul className={style.lines}>
      {sent.map(({ attachment, messageId }) => (
        <li key={attachment.id}>
          {shownFiles([attachment], []).map((file) => (
            <FileRow key={file.key} file={file} onDrop={undefined} />
          ))}
          <IconButton label={words.goToMessage(attachment.name)} onClick={() => onGo(messageId)}>
            <MessageSquareText size={18} aria-hidden="true" />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}
