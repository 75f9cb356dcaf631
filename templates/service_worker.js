{% load static %}// Pages that were read or saved, for when there is no network. Whatever the network has comes first.
const SHEETS = ["{% static "css/site.css" %}", "{% static "css/article.css" %}", "{% static "css/scripted.css" %}"];
const PARTS = `parts:${SHEETS}`;
const READ = "read";
const SAVED = "saved";
const MOST_READ = 40; // pages; the longest unread goes first
const OFFLINE = { en: "/en/offline/", "zh-hans": "/zh-hans/offline/", "": "/offline/" };
const KEPT_PAGE = /^(?:\/en|\/zh-hans)?\/(?:articles|tags)\/[^/]+\/[^/]+\/$|^\/(?:en\/|zh-hans\/)?$/;
const SAVED_PAGES = ["/saved/", "/en/saved/", "/zh-hans/saved/"];
const NEEDED = [...Object.values(OFFLINE), ...SAVED_PAGES, ...SHEETS, "{% static "js/site.js" %}"];

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(PARTS).then((cache) => cache.addAll(NEEDED)).then(() => self.skipWaiting()));
});

// Parts of an older version go; pages stay.
self.addEventListener("activate", (event) => {
  event.waitUntil(caches.keys().then((names) => Promise.all(
    names.filter((name) => name.startsWith("parts:") && name !== PARTS).map((name) => caches.delete(name)),
  )).then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (pathname.startsWith("/static/") || pathname.startsWith("/pictures/")) event.respondWith(part(request));
  else if (request.mode === "navigate" && !pathname.includes("/admin/")) event.respondWith(page(request, pathname));
});

// Named by what they hold: right for ever.
async function part(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok && answer.type === "basic" && answer.headers.get("Cache-Control")?.includes("immutable")) {
    (await caches.open(PARTS)).put(request, answer.clone());
  }
  return answer;
}

async function page(request, path) {
  try {
    const answer = await fetch(request);
    if (KEPT_PAGE.test(path)) keep(path, answer.clone());
    return answer;
  } catch {
    return (await copy(path)) ?? offline(path);
  }
}

async function keep(path, answer) {
  if (!answer.ok || answer.redirected || /no-store|private/.test(answer.headers.get("Cache-Control"))) return;
  const saved = await caches.open(SAVED);
  if (await saved.match(path)) return saved.put(path, answer);
  const read = await caches.open(READ);
  await read.delete(path);
  await read.put(path, answer);
  for (const older of (await read.keys()).slice(0, -MOST_READ)) await read.delete(older);
}

// The page says itself that it is a copy, and of when.
async function copy(path) {
  const kept = await caches.match(path);
  if (!kept) return null;
  const html = (await kept.text()).replace("<body", `<body data-copy-of="${kept.headers.get("Date") ?? ""}"`);
  return new Response(html, { headers: { "Content-Type": "text/html; charset=utf-8" } });
}

async function offline(path) {
  const language = path.match(/^\/(en|zh-hans)\//)?.[1] ?? "";
  return (await caches.match(OFFLINE[language])) ?? Response.error();
}
