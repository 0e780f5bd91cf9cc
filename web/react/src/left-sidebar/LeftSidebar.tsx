// SPDX-License-Identifier: Apache-2.0
import type { Id } from "@palabre/sdk";
import { SquarePen } from "lucide-react";
import { lazy, type ReactNode, useEffect, useRef, useState } from "react";
import { IconButton } from "../button/Button.js";
import { looked } from "../look/Look.js";
import { Part } from "../part/Part.js";
import { useLanguage } from "../provider/PalabreProvider.js";
import type { SearchedTo } from "../search/narrowing.js";
import { SearchField } from "../search-field/SearchField.js";
import { CONTROL, isCovered } from "../shortcuts/keys.js";
import { LinesSkeleton } from "../skeleton/Skeleton.js";
import { WebSocketStatus } from "../web-socket-status/WebSocketStatus.js";
import { Conversations } from "./Conversations.js";
import style from "./LeftSidebar.module.css";

const Contacts = lazy(() => import("./Contacts.js").then((module) => ({ default: module.Contacts })));

export type Section = "conversations" | "contacts";

export interface LeftSidebarProps {
  readonly section: Section;
  readonly current: Id | undefined;
  readonly hrefOf: (conversationId: Id) => string;
  /** With a number, at that message, where the words that were searched for are. */
  readonly onOpen: (conversationId: Id, seq?: number, found?: SearchedTo) => void;
  readonly onNew: () => void;
}

/** Conversations and contacts, with one search over both. */
export const LeftSidebar = looked(function LeftSidebar({
  section,
  current,
  hrefOf,
  onOpen,
  onNew,
}: LeftSidebarProps) {
  const { words } = useLanguage();
  const [search, setSearch] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const contacts = section === "contacts";

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      if (event.isComposing || isCovered()) return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);

  function open(id: Id, seq?: number, found?: SearchedTo) {
    // from one place found to the next: the results stay
    if (seq === undefined) setSearch("");
    onOpen(id, seq, found);
  }

  return (
    <section className={style.sidebar} aria-label={contacts ? words.contacts : words.conversations}>
      <Header title={contacts ? words.contacts : words.conversations}>
        <IconButton label={words.newConversation} onClick={onNew}>
          <SquarePen size={22} />
        </IconButton>
      </Header>
      <div className={style.search}>
        <SearchField
          ref={field}
          label={contacts ? words.searchPeople : words.search}
          value={search}
          onChange={setSearch}
          shortcut={`${CONTROL} K`}
        />
      </div>
      {contacts ? (
        <Part fallback={<LinesSkeleton />}>
          <Contacts search={search} onOpen={open} />
        </Part>
      ) : (
        <Conversations search={search} current={current} hrefOf={hrefOf} onOpen={open} onNew={onNew} />
      )}
    </section>
  );
});

function Header({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <header className={style.header}>
      <div>
        <h2>{title}</h2>
        <WebSocketStatus />
      </div>
      {children}
    </header>
  );
}

export default LeftSidebar;
