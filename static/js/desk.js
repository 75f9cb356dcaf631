// The desk by keyboard: one article after the other with no page load. Without this script it is an ordinary form.

import { numberParagraphs } from "./desk/citing.js";
import { Keys } from "./desk/keys.js";
import { offerNames } from "./desk/names.js";
import { SummaryEditor } from "./desk/editor.js";
import { token } from "./token.js";

const FRAGMENT = "text/x-desk";
let editor = null;

function say(words) {
  document.getElementById("desk-said").textContent = words;
}

// What every article needs when it comes to lie on the desk.
function begin() {
  const form = document.getElementById("desk-words");
  editor = form ? new SummaryEditor(form, { say, goOn: show, readAgain }) : null;
  number();
  if (editor) offerNames(form, editor);
  document.querySelector(".desk-rows [aria-current]")?.scrollIntoView({ block: "nearest" });
}

function number() {
  const body = document.querySelector(".desk-body");
  if (editor && body) numberParagraphs(body, editor);
}

// Put the article as it is now where the one lies that was read; what is typed stays.
function readAgain(html) {
  document.getElementById("desk-article").outerHTML = html;
  number();
}

// Put a page's desk where the last one was; the filter stays, with the names it offers.
function show({ html, address, title, told }, { isNew = true } = {}) {
  const fresh = new DOMParser().parseFromString(html, "text/html").getElementById("desk");
  const old = document.getElementById("desk");
  if (fresh.querySelector("[name=state]")?.value === old.querySelector("[name=state]")?.value) {
    fresh.querySelector(".desk-filter").replaceWith(old.querySelector(".desk-filter"));
  }
  editor?.stop();
  old.replaceWith(fresh);
  if (isNew) history.pushState(null, "", address);
  document.title = title ?? fresh.dataset.title;
  scrollTo(0, 0);
  begin();
  editor?.focusFirstEmpty();
  editor?.tell(told ?? "");
  say([told, document.getElementById("desk-headline")?.textContent].filter(Boolean).join(" "));
}

// Open an address of the desk here; an answer that is none of the desk's is opened by the browser.
async function open(address, options) {
  await editor?.leave();
  try {
    const answer = await fetch(address, { headers: { Accept: FRAGMENT }, redirect: "manual" });
    if (!answer.ok) throw new Error(answer.status);
    show({ html: await answer.text(), address }, options);
  } catch {
    location.assign(address);
  }
}

async function more(link) {
  const answer = await fetch(`${link.href}&rows=1`);
  if (!answer.ok) return location.assign(link.href);
  const rows = document.createElement("template");
  rows.innerHTML = await answer.text();
  const first = rows.content.querySelector("a");
  link.closest("li").replaceWith(rows.content);
  first?.focus();
}

function isPlain(event) {
  return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
}

document.addEventListener("click", (event) => {
  const link = event.target.closest(".desk-queue a, .desk-skip");
  if (!link || !isPlain(event)) return;
  event.preventDefault();
  if (link.closest(".desk-more")) more(link);
  else open(link.href);
});

document.addEventListener("submit", async (event) => {
  if (event.target.closest(".desk-undo")) return takeBack(event);
  if (!event.target.matches(".desk-filter")) return;
  event.preventDefault();
  open(`${event.target.action}?${new URLSearchParams(new FormData(event.target))}`);
});

// What is typed in the article that lies here now is saved first.
async function takeBack(event) {
  event.preventDefault();
  const { target, submitter } = event;
  await editor?.leave();
  const key = Object.assign(document.createElement("input"), { type: "hidden", name: "undo", value: submitter.value });
  target.append(key);
  target.elements.csrfmiddlewaretoken.value = token(target);
  target.submit();
}

addEventListener("popstate", () => open(location.href, { isNew: false }));

new Keys({
  editor: () => editor,
  next: () => document.querySelector(".desk-skip")?.click(),
  takeBack: () => document.querySelector(".desk-undo button")?.click(),
});
begin();
// Where a finger would bring up a keyboard, reading comes first.
if (!matchMedia("(pointer: coarse)").matches) editor?.focusFirstEmpty();
