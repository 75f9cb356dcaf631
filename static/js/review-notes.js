// Notes of a reviewer lie in this browser until they are sent: whoever reloads, leaves or is refused is offered them.

import { KeptWords } from "./kept-words.js";

const notes = document.querySelector(".review-notes");
const fields = () => [...notes.querySelectorAll("textarea, input[type=text]")];
const isDirty = () => fields().some((field) => field.value.trim());

const words = new KeptWords(notes, fields, { isDirty });
let isSent = false;
notes.addEventListener("submit", () => {
  words.keep();
  isSent = true;
});
addEventListener("beforeunload", (event) => isDirty() && !isSent && event.preventDefault());
addEventListener("pageshow", () => (isSent = false));
words.offer();
