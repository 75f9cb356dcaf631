// Keys of the desk. By place and not by letter where a layout may move it: Alt and 1 types ¡ on some.

import { cite } from "./citing.js";

export class Keys {
  constructor({ sheet, next }) {
    this.sheet = sheet;
    this.next = next;
    document.addEventListener("keydown", (event) => this.pressed(event));
  }

  pressed(event) {
    if (event.isComposing || event.repeat || !this.sheet()) return;
    const deed = this.deedOf(event);
    if (!deed) return;
    event.preventDefault();
    deed(this.sheet());
  }

  deedOf(event) {
    const command = event.ctrlKey || event.metaKey;
    if (command && !event.altKey && event.key === "Enter") return (sheet) => sheet.deed(sheet.form.dataset.enter);
    if (command && !event.altKey && event.key.toLowerCase() === "s") return (sheet) => sheet.deed("save");
    if (!event.altKey || command) return null;
    const digit = event.code.match(/^(?:Digit|Numpad)(\d)$/)?.[1];
    if (digit === "0") return (sheet) => sheet.insert("[]", { cites: true, back: 1 });
    if (digit) return (sheet) => cite(sheet, digit);
    if (event.code === "KeyD") return (sheet) => sheet.deed("draft");
    if (event.code === "KeyN") return () => this.next();
    if (event.code === "KeyG") return (sheet) => sheet.form.querySelector(".desk-names button:enabled")?.focus();
    return null;
  }
}
