// A form of the editors' site whose words are kept in this browser: whoever leaves, reloads, goes back, crashes or is
// signed out meanwhile is offered them. Without this script it is an ordinary form.

import { forget, KeptWords } from "./kept-words.js";
import { token } from "./token.js";

const SENT = "words-sent"; // of this window: where what was sent last is kept
// A change form of the admin, what is handed in, what is said of a document before it is imported, and why an
// article stands beside another.
const FORMS =
  "body.change-form #content-main form[id$=_form], body.import form:is(.intake, .decision), form[aria-labelledby=put-title]";
const NOT_WORDS =
  "[name=csrfmiddlewaretoken], [type=file], [type=password], [type=submit], [type=button], button, select[multiple]";

function wordsOf(form) {
  return [...form.elements].filter((field) => field.name && !field.matches(NOT_WORDS));
}

function watch(form, key) {
  const words = new KeptWords(form, () => wordsOf(form), { key });
  let isSent = false;
  form.addEventListener("submit", ({ submitter }) => {
    words.keep();
    form.elements.csrfmiddlewaretoken.value = token(form);
    if (submitter?.formTarget) return; // a preview in another window, which saves nothing
    isSent = true;
    remember(words.key);
  });
  addEventListener("beforeunload", (event) => words.isDirty && !isSent && event.preventDefault());
  addEventListener("pageshow", () => (isSent = false));
  return words;
}

function remember(key) {
  try {
    sessionStorage.setItem(SENT, key);
  } catch {
    // No room, or none allowed: what is saved is offered once more.
  }
}

// Where this window has kept what it sent last.
function sent() {
  try {
    const key = sessionStorage.getItem(SENT);
    sessionStorage.removeItem(SENT);
    return key;
  } catch {
    return null;
  }
}

const form = document.querySelector(FORMS);
const isRefused = Boolean(document.querySelector(".errornote"));
// Words that came back to be sent again are sent still.
const key = document.querySelector("form.words-back") ? null : sent();
// The server says so when it has saved what this window sent; any other answer leaves the words where they are.
if (key && !isRefused && document.querySelector(".messagelist .success")) forget(key);
if (form) {
  const words = watch(form, isRefused ? key : null);
  if (!isRefused) words.offer(); // a form that came back with errors has the words
}
