// SPDX-License-Identifier: Apache-2.0
// Opens the app without a network. The page comes from the server when it answers in time, else as it was last; the files
// that it is made of never change under their names, so they are fetched once. What people say is not kept here.
const PAGE = "palabre-page";
const FILES = "palabre-files";
const MOST_FILES = 200;
const PATIENCE = 4_000;
/** Large, and asked for by few: kept when they are used. */
const LATER = /compact-|github-|Gallery-|\.woff2?$/;

/** Under one name there is one file, whoever asks for it and in which encoding. */
const AS_IT_IS = { ignoreVary: true };

self.addEventListener("install", (event) => {
  event.waitUntil(gather().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (pathname.startsWith("/api/") || pathname.startsWith("/socket.io/")) return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (/^\/(assets\/|icon|favicon|apple-touch|manifest|theme\.js)/.test(pathname))
    event.respondWith(file(request));
});

/** Everything that the app may need, before it does. */
async function gather() {
  const [pages, files] = await Promise.all([caches.open(PAGE), caches.open(FILES)]);
  await pages.add(new Request("/", { cache: "reload" }));
  const listed = await fetch("/assets.json", { cache: "no-cache" }).then((answer) => answer.json());
  const names = new Set(Object.values(listed).flatMap(({ file: one, css = [] }) => [one, ...css]));
  const wanted = [...names].filter((name) => !LATER.test(name)).map((name) => `/${name}`);
  await Promise.all(
    ["/theme.js", "/favicon.svg", ...wanted].map(async (name) => {
      if (!(await files.match(name, AS_IT_IS))) await files.add(name);
    }),
  );
}

async function page(request) {
  const pages = await caches.open(PAGE);
  const held = await pages.match("/", AS_IT_IS);
  const late = new Promise((resolve) => held && setTimeout(() => resolve(held.clone()), PATIENCE));
  const fresh = fetch(request).then(
    async (answer) => {
      if (answer.ok && answer.headers.get("content-type")?.includes("text/html"))
        await pages.put("/", answer.clone());
      return answer;
    },
    (error) => {
      if (held) return held.clone();
      throw error;
    },
  );
  return Promise.race([fresh, late]);
}

async function file(request) {
  const files = await caches.open(FILES);
  const held = await files.match(request, AS_IT_IS);
  if (held) return held;
  const answer = await fetch(request);
  if (answer.ok) {
    await files.put(request, answer.clone());
    const names = await files.keys();
    for (const old of names.slice(0, Math.max(0, names.length - MOST_FILES))) await files.delete(old);
  }
  return answer;
}
