// SPDX-License-Identifier: Apache-2.0
import type { Newcomer } from "@palabre/sdk";
import { Refused } from "@palabre/sdk";
import type { AccountWords } from "./words.js";

/** What the form asks, by the names that the server gives it. */
export type Answers = Readonly<Record<keyof Required<Newcomer>, string>>;
export type Slips = Partial<Record<keyof Answers, keyof AccountWords["slips"]>>;
export type Problem = keyof AccountWords["problems"];

const USERNAME = /^[a-z0-9](?:[a-z0-9._-]{0,30}[a-z0-9])?$/;
const SHORTEST = 8;
const LONGEST_BYTES = 1_024;
const LONGEST_NAME = 80;

/** What is sent: capitals at the beginning of a username are the keyboard's. */
export function newcomerOf(answers: Answers, setUp: boolean): Newcomer {
  const displayName = answers.displayName.trim();
  return {
    username: answers.username.trim().toLowerCase(),
    password: answers.password,
    ...(displayName !== "" && { displayName }),
    ...(setUp && { setupToken: answers.setupToken.trim() }),
  };
}

/** What is wrong before the server is asked; it has the last word. */
export function slipsIn({ username, password, displayName, setupToken }: Newcomer): Slips {
  return {
    ...(setupToken === "" && { setupToken: "noToken" }),
    ...(!USERNAME.test(username) && { username: username === "" ? "noName" : "badName" }),
    ...(displayName !== undefined && displayName.length > LONGEST_NAME && { displayName: "badDisplayName" }),
    ...(!fits(password) && { password: "badPassword" }),
  };
}

function fits(password: string): boolean {
  return lengthOf(password) >= SHORTEST && new TextEncoder().encode(password).length <= LONGEST_BYTES;
}

const ofField: Readonly<Record<keyof Answers, keyof AccountWords["slips"]>> = {
  setupToken: "wrongToken",
  username: "badName",
  displayName: "badDisplayName",
  password: "badPassword",
};

/** What the server refuses: some of the answers, or the whole. */
export function refusedOf(error: unknown): Slips | Problem {
  if (!(error instanceof Refused)) return "failed";
  if (error.code === "username_taken") return { username: "taken" };
  if (isAnswer(error.field)) return { [error.field]: ofField[error.field] };
  if (error.code === "registration_closed") return "closed";
  if (error.code === "unreachable") return "unreachable";
  return error.status === 429 ? "tooMany" : "failed";
}

function isAnswer(field: string | undefined): field is keyof Answers {
  return field !== undefined && Object.hasOwn(ofField, field);
}

/** How good a password is by its length, which is what counts. */
export function strengthOf(password: string): keyof AccountWords["strength"] {
  const length = lengthOf(password);
  if (length === 0) return "none";
  if (length < SHORTEST) return "short";
  if (length < 12) return "fair";
  return length < 16 ? "good" : "strong";
}

/** As the server counts: what is one character to Unicode is one. */
function lengthOf(text: string): number {
  return [...text].length;
}
