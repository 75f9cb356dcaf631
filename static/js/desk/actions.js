// What the editor asks of the server, one request after the other, and what becomes of each answer.

import { focusFirstProblem, showFindings } from "./findings.js";
import { post } from "./server.js";

const CHECK_AFTER = 600; // milliseconds without a key
const SAVE_AFTER = 2000;

export class Actions {
  constructor(editor) {
    this.editor = editor;
    this.form = editor.form;
    this.last = Promise.resolve();
  }

  stop() {
    clearTimeout(this.checking);
    clearTimeout(this.saving);
  }

  afterTyping() {
    this.stop();
    this.checking = setTimeout(() => this.check(), CHECK_AFTER);
    if (this.editor.maySave) this.saving = setTimeout(() => this.send("autosave"), SAVE_AFTER);
  }

  async check() {
    try {
      const { answer } = await post(this.form, this.form.dataset.check, "check");
      if (answer) this.showFindings(answer.findings);
    } catch {
      // Nothing is lost: the next key, or saving, asks again.
    }
  }

  showFindings(findings) {
    showFindings(findings);
    this.editor.counters.count();
  }

  // An action that was asked for; while one is under way a second press asks for nothing.
  async run(action) {
    if (!this.editor.maySave) return;
    if (action.startsWith("draft")) return this.draft(action);
    if (action.startsWith("replace")) return this.replace(action);
    if (this.isBusy) return;
    this.isBusy = true;
    await this.send(action);
    this.isBusy = false;
  }

  // One after the other, so that each carries the version the last one made.
  send(action, options = {}) {
    clearTimeout(this.saving);
    this.last = this.last.then(() => this.sent(action, options));
    return this.last;
  }

  async sent(action, options) {
    const isQuiet = action === "autosave";
    if (isQuiet && !this.editor.isDirty) return;
    const before = this.editor.languages.map((language) => language.snapshot);
    if (!isQuiet) this.editor.tell(this.form.dataset.saving);
    try {
      const { answer, problem } = await post(this.form, this.form.action, action, options);
      if (problem) return this.lose(problem);
      this.take(answer, before, isQuiet);
    } catch {
      this.lose("lost");
    }
  }

  lose(problem) {
    this.editor.isLost = true;
    this.editor.kept.keep();
    this.editor.tell(this.form.dataset[problem], { aloud: true, isBad: true });
  }

  take(answer, before, isQuiet) {
    if (answer.html) {
      this.editor.languages.forEach((language, at) => (language.clean = before[at]));
      this.editor.kept.forget();
      return this.editor.goOn(answer);
    }
    this.editor.languages.forEach((language, at) => language.take(answer.forms[language.prefix], before[at]));
    if (answer.article) {
      this.editor.readAgain(answer.article);
      this.form.elements.body.value = answer.body;
    }
    this.keepTheRest(Object.values(answer.forms));
    this.form.elements.sure.value = answer.sure;
    if (!answer.is_stale) document.querySelectorAll(".desk-changes").forEach((panel) => panel.remove());
    if (answer.undo) document.getElementById("desk-undo").outerHTML = answer.undo;
    this.form.querySelector(".desk-others").textContent = answer.others;
    this.showFindings(answer.findings);
    const isBad = !["saved", "done", "shown"].includes(answer.outcome);
    this.editor.tell(answer.told, { isBad, aloud: !isQuiet || answer.outcome === "conflict" });
    if (!isQuiet && isBad) focusFirstProblem(this.editor, answer.outcome);
  }

  // Words that could not be stored, or were typed since, stay in the fields and in this browser.
  keepTheRest(forms) {
    this.editor.isLost = forms.some(({ outcome }) => ["refused", "conflict"].includes(outcome));
    if (this.editor.isDirty) this.editor.kept.keep();
    else this.editor.kept.forget();
  }

  // Saving does not wait for a machine's words.
  async draft(action) {
    this.editor.tell(this.form.dataset.drafting);
    try {
      const { answer, problem } = await post(this.form, this.form.action, action);
      if (problem) return this.editor.tell(this.form.dataset[problem], { aloud: true, isBad: true });
      if (answer.outcome === "drafted") this.takeDrafts(answer.forms);
      this.editor.tell(answer.told, { aloud: true, isBad: answer.outcome !== "drafted" });
    } catch {
      this.editor.tell(this.form.dataset.undrafted, { aloud: true, isBad: true });
    }
  }

  // Our name in the place of another, in words that are still as they were sent.
  async replace(action) {
    const language = this.editor.languages.find(({ prefix }) => prefix === action.split(":")[1]);
    const before = language.snapshot;
    try {
      const { answer, problem } = await post(this.form, this.form.action, action);
      if (problem) return this.editor.tell(this.form.dataset[problem], { aloud: true, isBad: true });
      if (language.snapshot === before) language.fill(answer.forms[language.prefix].shown);
      this.showFindings(answer.findings);
      this.editor.typed();
      this.editor.tell(answer.told, { aloud: true });
    } catch {
      this.editor.tell(this.form.dataset.lost, { aloud: true, isBad: true });
    }
  }

  takeDrafts(forms) {
    const taken = this.editor.languages.filter((language) => language.takeDraft(forms[language.prefix]));
    if (taken.length) this.editor.typed();
  }
}
