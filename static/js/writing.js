// The body of an article, written beside the page as readers will see it. Without this script it is an ordinary field.

import { token } from "./token.js";
import { Page } from "./writing/page.js";
import { Pictures } from "./writing/pictures.js";
import { Punctuation } from "./writing/punctuation.js";

const LINK = ["[", "](https://)"];

class Writing {
  constructor(field, template) {
    this.field = field;
    this.form = field.form;
    this.data = template.dataset;
    const parts = template.content.cloneNode(true);
    this.tools = parts.querySelector(".writing-tools");
    this.told = parts.querySelector(".writing-told");
    this.page = new Page(this, parts.querySelector(".writing-page"));
    this.pictures = new Pictures(this, parts.querySelector(".writing-picture"));
    this.punctuation = new Punctuation(this, parts.querySelector(".writing-changes"));
    field.before(this.tools);
    this.form.after(this.page.pane, this.pictures.dialog, this.punctuation.dialog); // none of them is sent
    this.tools.addEventListener("click", (event) => this.clicked(event.target.closest("button")));
  }

  clicked(button) {
    if (button?.dataset.mark) this.beginLine(button.dataset.mark);
    if (button?.dataset.do === "link") this.surround(...LINK);
    if (button?.dataset.do === "picture") this.pictures.ask();
    if (button?.dataset.do === "punctuation") this.punctuation.ask();
    if (button?.dataset.do === "beside") this.page.toggle(button);
  }

  // A mark at the beginning of the caret's line, or of none where it stands already.
  beginLine(mark) {
    const { field } = this;
    const start = field.value.lastIndexOf("\n", field.selectionStart - 1) + 1;
    const isThere = field.value.startsWith(mark, start);
    field.setSelectionRange(start, isThere ? start + mark.length : start);
    this.insert(isThere ? "" : mark);
  }

  surround(before, after) {
    const { field } = this;
    this.insert(before + field.value.slice(field.selectionStart, field.selectionEnd) + after);
    field.selectionStart = field.selectionEnd -= 1;
  }

  // In place of the selection, in a way that Ctrl+Z takes back.
  insert(text) {
    const { field } = this;
    field.focus();
    if (document.execCommand(text ? "insertText" : "delete", false, text)) return;
    field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  replaceAll(text) {
    this.field.select();
    this.insert(text);
  }

  // A block of its own, wherever in a line the caret stands.
  insertBlock(text) {
    const { field } = this;
    const before = field.value.slice(0, field.selectionStart);
    const gap = !before || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
    field.selectionStart = field.selectionEnd;
    this.insert(`${gap}${text}\n\n`);
  }

  tell(words) {
    this.told.textContent = words;
  }

  // What the server makes of the form's words and of what is given besides; null where it does not answer.
  async post(address, given = {}) {
    const body = new FormData();
    const words = { body: this.field.value, language: this.form.elements.language?.value ?? "", ...given };
    for (const [name, value] of Object.entries(words)) body.set(name, value);
    try {
      const answer = await fetch(address, {
        method: "POST", body, headers: { Accept: "application/json", "X-CSRFToken": token(this.form) },
      });
      this.tell("");
      return await answer.json();
    } catch {
      this.tell(this.data.lost);
      return null;
    }
  }
}

const field = document.querySelector("textarea#id_body");
const template = document.getElementById("writing");
if (field && template) new Writing(field, template);
