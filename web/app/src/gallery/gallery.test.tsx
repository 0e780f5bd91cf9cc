// SPDX-License-Identifier: Apache-2.0
import {
  ChatLayout,
  Composer,
  ConversationLine,
  LeftSidebar,
  loadLanguage,
  PalabreProvider,
  Toasts,
} from "@palabre/react";
import type { Message } from "@palabre/sdk";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { galleryClient } from "./client.js";
import { gathered } from "./talk.js";

await loadLanguage("fr");

let client: ReturnType<typeof galleryClient>;

beforeEach(() => {
  localStorage.clear();
  client = galleryClient();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function composer(): HTMLTextAreaElement {
  return screen.getByLabelText<HTMLTextAreaElement>("Écrire un message", { selector: "textarea" });
}

function show(children: React.ReactNode) {
  return render(
    <PalabreProvider client={client} locale="fr">
      {children}
    </PalabreProvider>,
  );
}

describe("the composer", () => {
  const pending = () => client.get().pending.map((one) => one.content);

  it("sends with Enter, once, and is empty and focused after", () => {
    show(<Composer conversationId="panier" />);
    fireEvent.change(composer(), { target: { value: "Bonjour" } });
    fireEvent.keyDown(composer(), { key: "Enter" });
    fireEvent.keyDown(composer(), { key: "Enter" });
    expect(pending()).toEqual(["Bonjour"]);
    expect(composer().value).toBe("");
    expect(document.activeElement).toBe(composer());
  });

  it("breaks the line with Shift+Enter, and leaves Enter to an input method at work", () => {
    show(<Composer conversationId="panier" />);
    fireEvent.change(composer(), { target: { value: "Bonjour" } });
    fireEvent.keyDown(composer(), { key: "Enter", shiftKey: true });
    fireEvent.keyDown(composer(), { key: "Enter", isComposing: true });
    expect(pending()).toEqual([]);
  });

  it("sends no blanks and nothing over the limit, which it counts down to", () => {
    show(<Composer conversationId="panier" />);
    fireEvent.change(composer(), { target: { value: "   \n " } });
    fireEvent.keyDown(composer(), { key: "Enter" });
    fireEvent.change(composer(), { target: { value: "é".repeat(8 * 1024 + 1) } });
    fireEvent.keyDown(composer(), { key: "Enter" });
    expect(pending()).toEqual([]);
    expect(screen.getByText("1 caractère de trop")).toBeTruthy();
  });

  it("keeps a draft for each conversation", () => {
    const shown = show(<Composer conversationId="panier" />);
    fireEvent.change(composer(), { target: { value: "à finir" } });
    shown.unmount();
    show(<Composer conversationId="tapis" />);
    expect(composer().value).toBe("");
    cleanup();
    show(<Composer conversationId="panier" />);
    expect(composer().value).toBe("à finir");
  });
});

it("a line counts up to 99 of what is unread, and says to readers how many there are", () => {
  const entry = client.get().conversations.get("panier");
  if (!entry) throw new Error("no such conversation");
  const unread = (count: number) => {
    const conversation = { ...entry.conversation, lastOrd: entry.me.readOrd + count };
    return (
      <ConversationLine
        entry={{ ...entry, conversation }}
        selfId="self"
        current={false}
        href="/"
        onOpen={() => {}}
      />
    );
  };
  show(unread(99));
  expect(screen.getByText("99")).toBeTruthy();
  cleanup();
  show(unread(120));
  expect(screen.getByText("99+")).toBeTruthy();
  expect(screen.getByText("120 messages non lus")).toBeTruthy();
});

describe("toasts", () => {
  const last = (id: string): Message => {
    const message = gathered()
      .find((talk) => talk.conversation.id === id)
      ?.messages.at(-1);
    if (!message) throw new Error(id);
    return message;
  };

  it("come for other conversations, go after five seconds, stay under the pointer, and open on a click", () => {
    vi.useFakeTimers();
    const onOpen = vi.fn();
    show(<Toasts current="tapis" onOpen={onOpen} />);
    act(() => client.tell(last("logistique")));
    act(() => client.tell(last("panier")));
    const toast = screen.getByText("Équipe logistique").closest("div");
    if (!toast) throw new Error("no toast");
    fireEvent.pointerEnter(toast);
    act(() => vi.advanceTimersByTime(6_000));
    expect(screen.queryByText("Awa Koné")).toBeNull();
    fireEvent.click(screen.getByText("Équipe logistique"));
    expect(onOpen).toHaveBeenCalledWith("logistique");
    expect(screen.queryByText("Équipe logistique")).toBeNull();
  });

  it("do not come for the conversation that one is looking at", () => {
    vi.spyOn(document, "hasFocus").mockReturnValue(true);
    show(<Toasts current="panier" onOpen={() => {}} />);
    act(() => client.tell(last("panier")));
    expect(screen.queryByText("Awa Koné")).toBeNull();
  });
});

it("a filter that shows nothing looks for it among the conversations that are not here yet", async () => {
  const { store } = client;
  for (const { conversation } of client.get().conversations.values())
    if (conversation.type === "group")
      store.apply({ event: "conversation_lost", conversationId: conversation.id });
  const listed = (nextCursor?: string) =>
    store.apply({
      event: "listed",
      conversations: [],
      unreadTotal: 0,
      first: false,
      ...(nextCursor && { nextCursor }),
    });
  listed("2");
  const pages: string[] = [];
  client.loadMoreConversations = async () => {
    pages.push(client.get().list.nextCursor ?? "");
  };
  show(
    <LeftSidebar
      section="conversations"
      current={undefined}
      hrefOf={(id) => id}
      onOpen={() => {}}
      onNew={() => {}}
    />,
  );
  fireEvent.click(await screen.findByRole("button", { name: "Groupes" }));
  expect(screen.queryByText("Aucun groupe pour l’instant")).toBeNull();
  act(() => listed("3"));
  expect(pages).toContain("2");
  expect(pages).toContain("3");
  act(() => listed());
  expect(screen.getByText("Aucun groupe pour l’instant")).toBeTruthy();
});

it("says how many conversations are unread only where all of them are here", async () => {
  const { store } = client;
  const listed = (nextCursor?: string) =>
    store.apply({
      event: "listed",
      conversations: [],
      unreadTotal: 0,
      first: false,
      ...(nextCursor && { nextCursor }),
    });
  show(
    <LeftSidebar
      section="conversations"
      current={undefined}
      hrefOf={(id) => id}
      onOpen={() => {}}
      onNew={() => {}}
    />,
  );
  await screen.findByRole("button", { name: /^Non lues \d+$/ });
  act(() => listed("2"));
  expect(screen.getByRole("button", { name: "Non lues" })).toBeTruthy();
  act(() => listed());
  expect(screen.getByRole("button", { name: /^Non lues \d+$/ })).toBeTruthy();
});

it("what is typed in the whole messenger is queued at once", async () => {
  const preferences = { locale: "fr" as const, theme: "auto" as const };
  show(
    <ChatLayout
      conversationId="nadia"
      hrefOf={(id) => id}
      onOpen={() => {}}
      onBack={() => {}}
      section="conversations"
      onSection={() => {}}
      preferences={preferences}
      onPreferences={() => {}}
      onSignOut={async () => {}}
    />,
  );
  await screen.findByLabelText("Écrire un message", { selector: "textarea" });
  fireEvent.change(composer(), { target: { value: "À demain" } });
  fireEvent.keyDown(composer(), { key: "Enter" });
  expect(client.get().pending).toHaveLength(1);
  expect(composer().value).toBe("");
});
