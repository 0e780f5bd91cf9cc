// SPDX-License-Identifier: Apache-2.0
import type { Id, Message } from "@palabre/sdk";
import { ExternalLink, MessageSquareText } from "lucide-react";
import { useCallback } from "react";
import { Button, IconButton } from "../button/Button.js";
import { useLanguage, usePalabre } from "../provider/PalabreProvider.js";
import { linksIn } from "../rich-text/parse.js";
import type { SharedProps } from "./Shared.js";
import style from "./Shared.module.css";
import type { Gathered } from "./usePages.js";
import { useNews, usePages } from "./usePages.js";

const MOST = 50;

function useLinks(conversationId: Id): Gathered<Message> {
  const client = usePalabre();
  const page = useCallback(
    async (cursor?: string) => {
      const asked = { q: "http", conversationId, limit: MOST, ...(cursor && { cursor }) };
      const { results, nextCursor } = await client.search(asked);
      return { all: results.map(({ message }) => message), next: nextCursor };
    },
    [client, conversationId],
  );
  return usePages(page, messageOf, useNews(conversationId, hasLink));
}

const messageOf = ({ id }: Message) => id;
const hasLink = ({ content = "" }: Message) => content.includes("http");

/** The links in what was said, the latest first. */
export function Links({ conversationId, onGo }: SharedProps) {
  const { words, dates } = useLanguage();
  const { all, failed, more } = useLinks(conversationId);
  const links = all?.flatMap((message) => linksIn(message.content ?? "").map((link) => ({ message, link })));
  return (
    <>
      {failed && (
        <p role="alert" className={style.failed}>
          {words.didNotWork}
        </p>
      )}
      {links?.length === 0 && !more && <p className={style.none}>{words.noLinks}</p>}
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
      {more && (
        <Button kind="plain" onClick={more}>
          {words.showMore}
        </Button>
      )}
    </>
  );
}
