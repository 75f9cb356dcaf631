// Keys of the desk. By place and not by letter where a layout may move it: Alt and 1 types ¡ on some.

import { cite } from "./citing.js";

export class Keys {
  constructor({ editor, next, takeBack }) {
    this.editor = editor;
    this.next = next;
    this.takeBack = takeBack;
    document.addEventListener("keydown", (event) => this.pressed(event));
  }

  pressed(event) {
    if (event.isComposing || event.repeat) return;
    const action = this.actionOf(event);
    if (!action || !(this.editor() || action === this.takeBack)) return;
    event.preventDefault();
    action(this.editor());
  }

  actionOf(event) {
    const command = event.ctrlKey || event.metaKey;
    if (command && !event.altKey && event.key === "Enter") return (editor) => editor.actions.run(editor.form.dataset.enter);
    if (command && !event.altKey && event.key.toLowerCase() === "s") return (editor) => editor.actions.run("save");
    if (!event.altKey || command) return null;
    const digit = event.code.match(/^(?:Digit|Numpad)(\d)$/)?.[1];
    if (digit === "0") return (editor) => editor.insert("[]", { cites: true, back: 1 });
    if (digit) return (editor) => cite(editor, digit);
    if (event.code === "KeyB") return (editor) => editor.bearing.walk();
    if (event.code === "KeyD") return (editor) => editor.actions.run("draft");
    if (event.code === "KeyZ") return this.takeBack;
    if (event.code === "KeyN") return () => this.next();
    if (event.code === "KeyG") return (editor) => editor.form.querySelector(".desk-names button:enabled")?.focus();
    return null;
  }
}
