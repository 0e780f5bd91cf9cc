// SPDX-License-Identifier: Apache-2.0
import {
  Avatar,
  Button,
  Composer,
  ConnectionNoticeBar,
  ConversationLine,
  DaySeparator,
  LinesSkeleton,
  Logo,
  MessageNotifications,
  MessagesSkeleton,
  Notice,
  PersonLine,
  PresenceDot,
  ProductCard,
  SearchField,
  StartConversationButton,
  Ticks,
  Toast,
  UnreadDivider,
  useLanguage,
  usePalabreState,
  WebSocketStatus,
} from "@palabre/react";
import { conversationList } from "@palabre/sdk";
import { type ReactNode, useState } from "react";
import { Bubbles } from "./Bubbles.js";
import { Carried } from "./Carried.js";
import style from "./Gallery.module.css";
import { Layers } from "./Layers.js";
import { awa, claire, ibrahim, others, self } from "./people.js";

const receipts = ["pending", "sent", "delivered", "read", "failed"] as const;

export function Specimens() {
  const { words } = useLanguage();
  const entries = usePalabreState(conversationList);
  const [search, setSearch] = useState("Koné");
  const [chosen, setChosen] = useState(true);
  const unread = entries.find(
    (entry) => entry.conversation.lastMessage && entry.conversation.type === "group",
  );
  const { product } = entries.find(({ conversation }) => conversation.product)?.conversation ?? {};
  return (
    <>
      <Section title="Logo, Avatar, PresenceDot">
        <div className={style.row}>
          <Logo size={56} />
          {others.map((user) => (
            <Avatar key={user.id} id={user.id} name={user.displayName} size="l" />
          ))}
          <Avatar id="logistique" name="Équipe logistique" size="l" shape="group" />
          <Avatar id={awa.id} name={awa.displayName} size="l">
            <PresenceDot presence="online" />
          </Avatar>
          <Avatar id={ibrahim.id} name={ibrahim.displayName} size="l">
            <PresenceDot presence="busy" />
          </Avatar>
          <Avatar id={claire.id} name={claire.displayName} size="l">
            <PresenceDot presence="away" />
          </Avatar>
        </div>
      </Section>
      <Section title="Button, Ticks, WebSocketStatus">
        <div className={style.row}>
          <Button>{words.send}</Button>
          <Button kind="quiet">{words.tryAgain}</Button>
          <Button kind="danger">{words.signOut}</Button>
          <Button disabled>{words.createGroup}</Button>
          {receipts.map((receipt) => (
            <Ticks key={receipt} receipt={receipt} />
          ))}
          <WebSocketStatus />
        </div>
        <ConnectionNoticeBar notice="connecting" />
        <ConnectionNoticeBar notice="offline" />
        <ConnectionNoticeBar notice="back" />
      </Section>
      <Section title="ConversationLine">
        {entries.map((entry, index) => (
          <ConversationLine
            key={entry.conversation.id}
            entry={entry}
            selfId={self.id}
            current={index === 2}
            href="/gallery"
            onOpen={() => {}}
          />
        ))}
      </Section>
      <Section title="PersonLine, SearchField">
        <SearchField label={words.searchPeople} value={search} onChange={setSearch} />
        <SearchField label={words.search} value="" onChange={setSearch} shortcut="Ctrl K" />
        <PersonLine user={awa} onPick={() => {}} />
        <PersonLine user={ibrahim} onPick={() => setChosen(!chosen)} chosen={chosen} />
      </Section>
      <Section title="Bubble, DaySeparator, UnreadDivider" canvas>
        <DaySeparator at={new Date().toISOString()} />
        <Bubbles />
        <UnreadDivider count={2} />
      </Section>
      <Section title="Attachments, Quote, Reactions" canvas>
        <Carried />
      </Section>
      <Section title="Composer" canvas>
        <Composer conversationId="gallery" />
        <Composer conversationId="jean" />
        <Composer conversationId="merci" />
      </Section>
      <Section title="Dialog, Menu">
        <Layers />
      </Section>
      <Section title="ProductCard, StartConversationButton, MessageNotifications">
        {product && <ProductCard product={product} />}
        <div className={style.row}>
          <StartConversationButton productId="p" sellerId={awa.id} sellerName={awa.displayName} />
          <MessageNotifications href="/gallery" />
        </div>
      </Section>
      <Section title="Toast">
        {unread?.conversation.lastMessage && (
          <Toast message={unread.conversation.lastMessage} onOpen={() => {}} onDismiss={() => {}} />
        )}
      </Section>
      <Section title="Notice">
        <Notice art={<Logo size={72} />} title={words.noConversations} hint={words.noConversationsHint}>
          <Button>{words.newConversation}</Button>
        </Notice>
      </Section>
      <Section title="Skeleton">
        <LinesSkeleton />
        <MessagesSkeleton />
      </Section>
    </>
  );
}

interface SectionProps {
  readonly title: string;
  readonly canvas?: boolean;
  readonly children: ReactNode;
}

function Section({ title, canvas = false, children }: SectionProps) {
  return (
    <section className={style.section} aria-label={title}>
      <h2>{title}</h2>
      <div className={canvas ? style.canvas : style.surface}>{children}</div>
    </section>
  );
}
