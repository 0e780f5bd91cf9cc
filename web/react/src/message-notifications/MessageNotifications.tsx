// SPDX-License-Identifier: Apache-2.0
import type { Id, Message } from "@palabre/sdk";
import { selfOf, unreadTotal } from "@palabre/sdk";
import { Bell, X } from "lucide-react";
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { Avatar } from "../avatar/Avatar.js";
import { faceOf, firstName } from "../conversation-list/naming.js";
import { contentOf } from "../conversation-list/preview.js";
import { giveBack } from "../layers/giveBack.js";
import { looked } from "../look/Look.js";
import { useOpening } from "../provider/Openings.js";
import { useLanguage, usePalabre, usePalabreState } from "../provider/PalabreProvider.js";
import type { QuietHours } from "../settings/preferences.js";
import style from "./MessageNotifications.module.css";
import { useToasts } from "./useToasts.js";

const SHOWN_FOR = 5_000;

export interface MessageNotificationsProps {
  /** The conversation on the screen, of which nothing need be told. */
  readonly current?: Id | undefined;
  /** Shows a conversation; left out, the messenger on this page does, or opens over it. */
  readonly onOpen?: (conversationId: Id) => void;
  /** Where the messenger is, for the bell; left out, it is opened as a conversation is. */
  readonly href?: string;
  /** When no toast comes. */
  readonly quiet?: QuietHours;
  /** Whether toasts say what was written. */
  readonly previews?: boolean;
}

/** For a page's header: a bell that counts what is unread, and toasts for what arrives. */
export const MessageNotifications = looked(function MessageNotifications({
  current,
  onOpen,
  href,
  quiet,
  previews,
}: MessageNotificationsProps) {
  const { words } = useLanguage();
  const client = usePalabre();
  const { open, inMessenger, overPage } = useOpening();
  const unread = usePalabreState(unreadTotal);
  const label = unread > 0 ? words.unreadCount(unread) : words.noneUnread;
  const named = { className: style.bell, "aria-label": label, title: label };
  const bell = (
    <>
      <Bell size={22} aria-hidden="true" />
      {unread > 0 && <span aria-hidden="true">{unread > 99 ? "99+" : unread}</span>}
    </>
  );
  return (
    <>
      {href === undefined && (inMessenger || overPage) ? (
        <button
          {...named}
          type="button"
          aria-haspopup={overPage ? "dialog" : undefined}
          onClick={() => open()}
        >
          {bell}
        </button>
      ) : (
        <a {...named} href={href ?? `${client.baseUrl}/`}>
          {bell}
        </a>
      )}
      {!inMessenger && <Toasts current={current} onOpen={onOpen ?? open} quiet={quiet} previews={previews} />}
    </>
  );
});

export interface ToastsProps {
  readonly current?: Id | undefined;
  readonly onOpen: (conversationId: Id) => void;
  readonly quiet?: QuietHours | undefined;
  readonly previews?: boolean | undefined;
}

/** What arrives in other conversations, at the top right for five seconds; it stays while the pointer is on it. */
export const Toasts = looked(function Toasts({ current, onOpen, quiet, previews }: ToastsProps) {
  const { words } = useLanguage();
  const { toasts, dismiss } = useToasts(current, quiet);
  const before = useRef<Element>(null);
  return (
    <section
      className={style.stack}
      aria-label={words.notifications}
      aria-live="polite"
      onFocus={({ relatedTarget, currentTarget }) => {
        if (!currentTarget.contains(relatedTarget)) before.current = relatedTarget;
      }}
    >
      {toasts.map((message) => (
        <Toast
          key={message.conversationId}
          message={message}
          preview={previews}
          before={before}
          onDismiss={dismiss}
          onOpen={(id) => {
            dismiss(id);
            onOpen(id);
          }}
        />
      ))}
    </section>
  );
});

interface ToastProps {
  readonly message: Message;
  /** Whether it says what was written. */
  readonly preview?: boolean | undefined;
  /** What had the focus before the toasts did. */
  readonly before?: RefObject<Element | null>;
  readonly onOpen: (conversationId: Id) => void;
  readonly onDismiss: (conversationId: Id) => void;
}

export const Toast = looked(function Toast({
  message,
  preview = true,
  before,
  onOpen,
  onDismiss,
}: ToastProps) {
  const language = useLanguage();
  const { words } = language;
  const id = message.conversationId;
  const [held, setHeld] = useState(false);
  const entry = usePalabreState((state) => state.conversations.get(id));
  const sender = usePalabreState((state) => state.people.get(message.senderId));
  const selfId = usePalabreState((state) => selfOf(state)?.id ?? "");

  const whole = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = whole.current;
    return () => {
      const focused = document.activeElement;
      if (!(focused instanceof HTMLElement) || !element?.contains(focused)) return;
      focused.blur();
      giveBack(before?.current ?? null);
    };
  }, [before]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another message of the conversation begins the time anew
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => onDismiss(id), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [held, id, message.seq, onDismiss]);

  const face = entry
    ? faceOf(entry, selfId, words)
    : { id, name: sender?.displayName ?? words.somebody, src: undefined, shape: "person" as const };
  const text = preview ? contentOf(message, language) : words.newMessages(1);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is done is done by its buttons; this only holds the time
    <div
      ref={whole}
      className={style.toast}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <button type="button" className={style.open} onClick={() => onOpen(id)}>
        <Avatar id={face.id} name={face.name} src={face.src} shape={face.shape} size="m" />
        <span className={style.said}>
          <span className={style.name}>
            <strong>{face.name}</strong>
            {entry?.conversation.product && (
              <span className={style.product}>{entry.conversation.product.title}</span>
            )}
            <time dateTime={message.createdAt}>{words.now}</time>
          </span>
          <span className={style.text}>
            {preview && entry?.conversation.type === "group"
              ? words.saidBy(firstName(sender, words), text)
              : text}
          </span>
        </span>
      </button>
      <button
        type="button"
        className={style.dismiss}
        aria-label={words.dismiss}
        onClick={() => onDismiss(id)}
      >
        <X size={16} aria-hidden="true" />
      </button>
    </div>
  );
});

export default MessageNotifications;
