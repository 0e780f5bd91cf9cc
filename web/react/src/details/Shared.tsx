// SPDX-License-Identifier: Apache-2.0
import type { Attachment, FilePage, Id, Message } from "@palabre/sdk";
import { ExternalLink, MessageSquareText, Play } from "lucide-react";
import { lazy, useCallback, useEffect, useState } from "react";
import { FileRow } from "../attachments/FileRow.js";
import { shownFiles } from "../attachments/shown.js";
import { Button, IconButton } from "../button/Button.js";
import { Choice } from "../choice/Choice.js";
import { Part } from "../part/Part.js";
import { useLanguage, usePalabre, usePalabreState } from "../provider/PalabreProvider.js";
import { linksIn } from "../rich-text/parse.js";
import { useServed } from "../served/useServed.js";
import style from "./Shared.module.css";

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
      {(failed || sent.failed) && (
        <p role="alert" className={style.failed}>
          {words.didNotWork}
        </p>
      )}
      {kind === "media" && <Media sent={sent.all.filter(isMedia)} whole={!sent.more} />}
      {kind === "files" && (
        <Files sent={sent.all.filter((one) => !isMedia(one))} whole={!sent.more} onGo={go} />
      )}
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

function useSent(conversationId: Id) {
  const client = usePalabre();
  const [all, setAll] = useState<readonly Sent[]>([]);
  const [cursor, setCursor] = useState<string>();
  const [failed, setFailed] = useState(false);
  const load = useCallback(
    (from?: string) =>
      client.files(conversationId, { ...(from && { cursor: from }) }).then(
        ({ attachments, nextCursor }) => {
          setAll((held) => (from ? withoutRepeats([...held, ...attachments]) : attachments));
          setCursor(nextCursor);
          setFailed(false);
        },
        () => setFailed(true),
      ),
    [client, conversationId],
  );
  const news = useNews(conversationId, ({ attachments = [] }) => attachments.length > 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was sent since belongs to it
  useEffect(() => void load(), [load, news]);
  return { all, failed, more: cursor && (() => void load(cursor)) };
}

/** The first pages may have been looked at anew while an older one was on its way. */
function withoutRepeats(all: readonly Sent[]): readonly Sent[] {
  return [...new Map(all.map((one) => [one.attachment.id, one])).values()];
}

/** The last message while it is such a one: to look again when another one comes. */
function useNews(conversationId: Id, such: (message: Message) => boolean): Id | undefined {
  return usePalabreState((state) => {
    const last = state.conversations.get(conversationId)?.conversation.lastMessage;
    return last && such(last) ? last.id : undefined;
  });
}

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

function Links({ conversationId, onGo }: SharedProps) {
  const { words, dates } = useLanguage();
  const client = usePalabre();
  const [messages, setMessages] = useState<readonly Message[]>();
  const [failed, setFailed] = useState(false);
  const news = useNews(conversationId, ({ content = "" }) => content.includes("http"));
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was said since belongs to it
  useEffect(() => {
    let current = true;
    client.search({ q: "http", conversationId, limit: 50 }).then(
      ({ results }) => {
        if (!current) return;
        setMessages(results.map(({ message }) => message));
        setFailed(false);
      },
      () => current && setFailed(true),
    );
    return () => {
      current = false;
    };
  }, [client, conversationId, news]);
  const links = messages?.flatMap((message) =>
    linksIn(message.content ?? "").map((link) => ({ message, link })),
  );
  if (failed)
    return (
      <p role="alert" className={style.failed}>
        {words.didNotWork}
      </p>
    );
  if (links?.length === 0) return <p className={style.none}>{words.noLinks}</p>;
  return (
    <ul className={style.lines}>
      {links?.map(({ message, link }) => (
        <li key={`${message.id} ${link.href}`}>
          <a href={link.href} target="_blank" rel="noopener noreferrer nofollow">
            <ExternalLink size={18} aria-hidden="true" />
            <span>
              <bdi>{link.text}</bdi>
              <small>{dates.short(message.createdAt)}</small>
            </span>
          </a>
          <IconButton label={words.goToMessage(link.text)} onClick={() => onGo(message.seq)}>
            <MessageSquareText size={18} aria-hidden="true" />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}
