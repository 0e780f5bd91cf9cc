// SPDX-License-Identifier: Apache-2.0
// What the SDK weighs and takes. `npm run measure -w @palabre/sdk` prints the rows for docs/measurements.md:
// it needs the build (npm run build -w @palabre/sdk).
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { initialState, newClientId, reduceAll } from "../dist/index.js";

const root = new URL("..", import.meta.url).pathname;
const person = { id: "me", username: "me", displayName: "Me", role: "user", status: "available" };
const at = "2026-01-01T00:00:00.000Z";

async function weight(entry, name, goal) {
  const built = await build({
    configFile: false,
    logLevel: "error",
    root,
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (id === "virtual" ? id : null),
        load: (id) => (id === "virtual" ? entry : null),
      },
    ],
    build: {
      write: false,
      minify: true,
      rolldownOptions: { input: "virtual", preserveEntrySignatures: "strict" },
    },
  });
  const code = built.output.find((one) => one.type === "chunk").code;
  return row(`${name}, minified`, (gzipSync(code, { level: 9 }).length / 1024).toFixed(1), "KiB gzip", goal);
}

function conversation(id, lastSeq = 0) {
  const members = [person, { ...person, id: "awa" }].map((user) => ({
    user,
    role: "member",
    readOrd: 0,
    deliveredOrd: 0,
  }));
  return {
    id,
    type: "group",
    memberCount: 2,
    members,
    lastSeq,
    lastOrd: lastSeq,
    createdAt: at,
    updatedAt: at,
  };
}

function message(conversationId, seq) {
  return {
    id: newClientId(),
    conversationId,
    seq,
    ord: seq,
    senderId: "awa",
    type: "text",
    content: `Message ${seq}`,
    createdAt: at,
  };
}

/** Signed in, with that many conversations, the first of them opened. */
function beginning(conversations, opened) {
  const ids = Array.from({ length: conversations }, (_, i) => `c${i}`);
  const me = { role: "member", readOrd: 0, unreadCount: 0, joinedAt: at };
  const page = { messages: [], hasMoreBefore: false, hasMoreAfter: false };
  return reduceAll(initialState, [
    { event: "session", session: { is: "signedIn", user: person } },
    {
      event: "listed",
      conversations: ids.map((id) => ({ ...conversation(id), me })),
      unreadTotal: 0,
      first: true,
    },
    ...ids.slice(0, opened).flatMap((conversationId) => [
      { event: "opened", conversationId },
      { event: "page_loaded", conversationId, page, place: "end" },
    ]),
  ]);
}

/** 10,000 events as a sync brings them: of 200 conversations in turn, 20 of them with a timeline. */
function events() {
  const seqs = new Map();
  return Array.from({ length: 10_000 }, (_, i) => {
    const id = `c${(i * 7) % 200}`;
    const seq = (seqs.get(id) ?? 0) + 1;
    seqs.set(id, seq);
    return { event: "new_message", data: { conversationId: id, seq, message: message(id, seq) } };
  });
}

function reducing() {
  const [state, all] = [beginning(200, 20), events()];
  const runs = Array.from({ length: 9 }, () => {
    const start = performance.now();
    reduceAll(state, all);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return row("10,000 events in one go, 200 conversations, median of 9", runs[4].toFixed(0), "ms", 100);
}

/** 1,000 conversations opened, read and closed, three times over. */
function memory() {
  let state = beginning(1_000, 0);
  const heap = () => {
    for (let i = 0; i < 3; i++) globalThis.gc();
    return process.memoryUsage().heapUsed / 1024 / 1024;
  };
  const round = () => {
    for (let i = 0; i < 1_000; i++) {
      const id = `c${i}`;
      const messages = Array.from({ length: 50 }, (_, seq) => message(id, seq + 1));
      state = reduceAll(state, [
        { event: "opened", conversationId: id },
        {
          event: "page_loaded",
          conversationId: id,
          page: { messages, hasMoreBefore: true, hasMoreAfter: false },
          place: "end",
        },
        { event: "closed", conversationId: id },
      ]);
    }
    return heap();
  };
  const [first, , third] = [round(), round(), round()];
  const grown = third - first;
  return row(
    "heap grown by 2,000 more conversations opened and closed, after 1,000",
    grown.toFixed(1),
    "MiB",
    1,
  );
}

function row(what, figure, unit, goal) {
  const verdict = goal === undefined ? "" : Number(figure) <= goal ? "met" : "MISSED";
  const wanted = goal === undefined ? "" : `≤ ${goal}`;
  return `| SDK: ${what} | ${figure} | ${unit} |  | ${wanted} | ${verdict} | \`npm run measure -w @palabre/sdk\` |`;
}

const all = 'export * from "/dist/index.js";';
const least = 'export { reduce } from "/dist/index.js";';
for (const line of [
  await weight(all, "everything with socket.io-client", 35),
  await weight(least, "only `reduce` (tree-shaken)"),
  reducing(),
  memory(),
])
  console.log(line);
