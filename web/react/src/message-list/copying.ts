// SPDX-License-Identifier: Apache-2.0
import type { Message } from "@palabre/sdk";
import type { ClipboardEvent } from "react";
import type { People } from "../conversation-list/naming.js";
import { nameOf } from "../conversation-list/naming.js";
import { contentOf } from "../conversation-list/preview.js";
import type { Language } from "../i18n/language.js";

/** Several messages as text: who, when, what, a line each. */
export function asLines(messages: readonly Message[], people: People, language: Language): string {
  return messages
    .map((message) => {
      const name = nameOf(message.senderId, people, "", language.words);
      return `${name}, ${language.dates.full(message.createdAt)}: ${contentOf(message, language)}`;
    })
    .join("\n");
}

/** The messages that a selection touches; one alone is copied as the browser does. */
export function selectedIn(event: ClipboardEvent<HTMLElement>): readonly string[] {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed) return [];
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-message]")];
  return rows
    .filter((row) => selection.containsNode(row, true))
    .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
    .flatMap((row) => row.dataset.message ?? []);
}
