// How a reader likes to read, remembered in this browser alone: size, width, colours, language; what is saved for
// later, also for when there is no network; keys. The pages are whole without it.

const root = document.documentElement;
const parts = document.getElementById("reading").content;
const SIZES = [0.9, 1, 1.12, 1.25, 1.4];
const WIDTHS = { narrow: "30em", usual: "36em", wide: "44em" };
const SAVED = "saved"; // the cache that templates/service_worker.js answers from

const store = {
  get(name) {
    try {
      return JSON.parse(localStorage.getItem(`reading:${name}`));
    } catch {
      return null;
    }
  },
  set(name, value) {
    try {
      localStorage.setItem(`reading:${name}`, JSON.stringify(value));
    } catch {
      // No room, or none allowed: it holds for this page.
    }
  },
};

// What scripts put on a page has a sheet of its own: who only reads need not wait for it. It is fetched when it is
// wanted, or with the first sign that somebody is here.

let styling = null;

function styled() {
  styling ??= new Promise((done) => {
    const link = parts.querySelector("link").cloneNode();
    link.addEventListener("load", done);
    link.addEventListener("error", done);
    document.head.append(link);
  });
  return styling;
}

for (const sign of ["pointermove", "pointerdown", "keydown", "selectionchange"]) {
  document.addEventListener(sign, styled, { once: true, passive: true });
}

async function showAbove(band) {
  await styled();
  document.getElementById("main").before(band);
}

// Size, width and colours

const choices = { size: 1, width: "usual", theme: "auto", ...store.get("choices") };

function apply() {
  root.style.setProperty("font-size", `${100 * (SIZES[choices.size] ?? 1)}%`);
  root.style.setProperty("--measure", WIDTHS[choices.width] ?? WIDTHS.usual);
  root.style.setProperty("color-scheme", { light: "light", dark: "dark" }[choices.theme] ?? "light dark");
}

function choose(name, value) {
  choices[name] = value;
  store.set("choices", choices);
  apply();
}

function nextTheme() {
  const isDark = choices.theme === "auto" ? matchMedia("(prefers-color-scheme: dark)").matches : choices.theme === "dark";
  choose("theme", isDark ? "light" : "dark");
}

// The sheet of settings

const opener = parts.querySelector(".reading-opener").cloneNode(true);
let sheet = null;
let others = null;

// Parsed by the browser on its way: pages for readers let no script make markup out of text.
function fetchPage(address) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("GET", address);
    request.responseType = "document";
    request.onload = () => resolve(request.response);
    request.onerror = reject;
    request.send();
  });
}

// Parts that few pages want lie on the page of what is saved.
async function part(selector) {
  others ??= document.getElementById("reading-sheet") ?? (await fetchPage(opener.dataset.sheet)).getElementById("reading-sheet");
  return document.importNode(others.content.querySelector(selector), true);
}

async function fetchSheet() {
  sheet = await part("dialog");
  sheet.addEventListener("change", ({ target }) => choose(target.name, target.name === "size" ? Number(target.value) : target.value));
  sheet.querySelector("button").addEventListener("click", () => sheet.close());
  document.body.append(sheet);
}

async function open() {
  await Promise.all([sheet ?? fetchSheet(), styled()]);
  for (const field of sheet.querySelectorAll("input")) field.checked = String(choices[field.name]) === field.value;
  sheet.showModal();
}

opener.addEventListener("click", open);
document.querySelector(".colophon .apart")?.append(opener);

// The language that was chosen once is kept when a link from elsewhere leads to another; none is chosen for anybody.

const languages = [...document.querySelectorAll(".languages a")];
const here = languages.find((link) => link.getAttribute("aria-current"));

for (const link of languages) link.addEventListener("click", () => store.set("language", link.hreflang));

function keepLanguage() {
  const comesFromHere = document.referrer.startsWith(location.origin);
  const isFollowed = performance.getEntriesByType("navigation")[0]?.type === "navigate";
  const chosen = languages.find((link) => link.hreflang === store.get("language"));
  if (chosen && chosen !== here && isFollowed && !comesFromHere) location.replace(chosen.href);
}

function spoken(tag) {
  if (!tag.startsWith("zh")) return tag.split("-")[0];
  return /Hans|CN|SG/i.test(tag) ? "zh-Hans" : "zh-Hant";
}

async function offerLanguage() {
  if (!here || store.get("language") || store.get("offered")) return;
  const wanted = navigator.languages.map(spoken);
  const offered = languages.find((link) => link.hreflang === wanted.find((tag) => languages.some((one) => one.hreflang === tag)));
  if (!offered || offered === here) return;
  const band = await part(`.language-offer[lang="${offered.hreflang}"]`);
  band.querySelector("a").href = offered.href;
  band.querySelector("a").addEventListener("click", () => store.set("language", offered.hreflang));
  band.querySelector("button").addEventListener("click", () => band.remove());
  store.set("offered", true);
  showAbove(band);
}

// What is saved for later

const shelf = () => store.get("saved") ?? [];

function setSaved(article, isSaved) {
  const others = shelf().filter((one) => one.path !== article.path);
  store.set("saved", isSaved ? [article, ...others] : others);
  globalThis.caches?.open(SAVED).then((cache) => (isSaved ? cache.add(article.path) : cache.delete(article.path))).catch(() => {});
}

function offerToSave(article) {
  const button = parts.querySelector(".reading-save").cloneNode(true);
  const show = () => {
    const isSaved = shelf().some((one) => one.path === location.pathname);
    button.setAttribute("aria-pressed", isSaved);
    button.textContent = isSaved ? button.dataset.saved : button.dataset.save;
  };
  button.addEventListener("click", () => {
    const title = article.querySelector("h1").textContent.trim();
    const isSaved = button.getAttribute("aria-pressed") === "true";
    setSaved({ path: location.pathname, title, lang: article.lang, at: Date.now() }, !isSaved);
    show();
  });
  show();
  document.querySelector("[data-share] .names")?.append(button);
}

async function listSaved(list) {
  await styled();
  for (const article of shelf()) {
    const row = await part(".saved-row");
    const link = row.querySelector("a");
    Object.assign(link, { href: article.path, textContent: article.title, lang: article.lang });
    row.querySelector("time").textContent = new Date(article.at).toLocaleDateString(root.lang);
    row.querySelector("button").addEventListener("click", () => {
      setSaved(article, false);
      row.remove();
    });
    list.append(row);
  }
  document.querySelector(".nothing-saved").hidden = Boolean(shelf().length);
}

// Keys: j and k from headline to headline or paragraph to paragraph, / to search, t for the colours, ? for the sheet

function step(by) {
  const stops = [...document.querySelectorAll(".card h2 a, .card h3 a")];
  const at = stops.length ? stops : [...document.querySelectorAll("[data-body] > *")];
  if (!at.length) return;
  const now = at.findLastIndex((stop) => stop.getBoundingClientRect().top < 40);
  const from = stops.length && stops.includes(document.activeElement) ? stops.indexOf(document.activeElement) : now;
  const next = at[Math.min(at.length - 1, Math.max(0, from + by))];
  if (stops.length) next.focus();
  next.scrollIntoView({ block: stops.length ? "nearest" : "start" });
}

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  t: nextTheme,
  "?": open,
  "/": () => document.querySelector("input[name=q]")?.focus(),
};

document.addEventListener("keydown", (event) => {
  const isTyping = event.target.closest("input, textarea, select, [contenteditable], dialog");
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey || !KEYS[event.key]) return;
  event.preventDefault();
  KEYS[event.key]();
});

apply();
keepLanguage();
offerLanguage().catch(() => {}); // no network: another time
const article = document.querySelector("article[lang]");
const list = document.querySelector(".saved-list");
if (article?.querySelector("[data-body], [data-summary]") && location.pathname.includes("/articles/")) offerToSave(article);
if (list) listSaved(list);
if (document.body.dataset.copyOf) {
  const band = parts.querySelector(".offline-band").cloneNode(true);
  band.querySelector("time").textContent = new Date(document.body.dataset.copyOf).toLocaleString(root.lang);
  showAbove(band);
}
// The one address that a script is run from by name; portal/headers.py lets this policy in and no other.
const WORKER = "/service-worker.js";
const policy = globalThis.trustedTypes?.createPolicy("worker", { createScriptURL: () => WORKER });
if (globalThis.isSecureContext) {
  navigator.serviceWorker?.register(policy?.createScriptURL(WORKER) ?? WORKER).catch(() => {});
}
