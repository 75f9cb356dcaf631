// A form that gives words back proves with the cookie that it is ours: signing in beside it has made a new one.

import { token } from "./token.js";

for (const form of document.querySelectorAll("form.words-back")) {
  form.addEventListener("submit", () => (form.elements.csrfmiddlewaretoken.value = token(form)));
}
