// SPDX-License-Identifier: Apache-2.0
import type { Attachment, Id, PendingFile } from "@palabre/sdk";

/** A file as it is shown: with the server, or on its way there; its key stays when its message is with the server. */
export interface ShownFile {
  readonly key: string;
  readonly kind: Attachment["kind"];
  readonly name: string;
  readonly size: number;
  /** Absent while it is not with the server. */
  readonly attachment: Attachment | undefined;
  readonly pending: PendingFile | undefined;
  /** On its way there; not once its message was refused. */
  readonly underway: boolean;
  /** The server does not take it. */
  readonly refused: boolean;
}

/** The keys of the files that went from here, by what the server calls them. */
const sentAs = new Map<Id, string>();

/** `failed`: the message they go with was refused. */
export function shownFiles(
  attachments: readonly Attachment[],
  pending: readonly PendingFile[],
  failed = false,
): readonly ShownFile[] {
  const there = attachments.map(
    (attachment): ShownFile => ({
      key: sentAs.get(attachment.id) ?? attachment.id,
      kind: attachment.kind,
      name: attachment.name,
      size: attachment.size,
      attachment,
      pending: undefined,
      underway: false,
      refused: false,
    }),
  );
  for (const { key, attachment } of pending) if (attachment) sentAs.set(attachment.id, key);
  const underway = pending.map(
    (file): ShownFile => ({
      key: file.key,
      kind: file.kind ?? kindOf(file.type),
      name: file.name,
      size: file.size,
      attachment: file.attachment,
      pending: file,
      underway: !failed && file.attachment === undefined && file.error === undefined,
      refused: file.error !== undefined,
    }),
  );
  return [...there, ...underway];
}

export function kindOf(type: string): Attachment["kind"] {
  const [family] = type.split("/");
  if (family === "image" && type !== "image/svg+xml") return "image";
  return family === "video" || family === "audio" ? family : "file";
}

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** 1.4 MB, in the person's language. */
export function sizeText(bytes: number, locale: string): string {
  const step = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  const unit = UNITS[step] ?? "byte";
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit,
    unitDisplay: unit === "byte" ? "long" : "short",
    maximumFractionDigits: value < 10 && step > 0 ? 1 : 0,
  }).format(value);
}

/** 0:12 */
export function durationText(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** What an attachment is in one line, where there is no room for it. */
export const signs: Readonly<Record<Attachment["kind"], string>> = {
  image: "📷",
  video: "🎬",
  audio: "🎵",
  voice: "🎤",
  file: "📄",
};
