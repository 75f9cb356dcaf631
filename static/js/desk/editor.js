// The summaries of one article while somebody writes them: typing, and what has to happen before they leave.

import { KeptWords } from "../kept-words.js";
import { Actions } from "./actions.js";
import { Bearing } from "./bearing.js";
import { Counters } from "./counting.js";
import { goTo } from "./findings.js";
import { LanguageForm } from "./language_form.js";

export class SummaryEditor {
  constructor(form, { say, goOn, readAgain }) {
    this.form = form;
    this.say = say;
    this.goOn = goOn;
    this.readAgain = readAgain;
    this.maySave = Boolean(form.dataset.enter);
    this.languages = [...form.querySelectorAll(".language-form")].map((fieldset) => new LanguageForm(fieldset));
    this.counters = new Counters(form);
    this.bearing = new Bearing(form);
    this.actions = new Actions(this);
    this.listen();
    this.counters.count();
    this.kept = new KeptWords(form, () => this.words, { isDirty: () => this.isDirty });
    this.kept.offer();
  }

  listen() {
    this.form.classList.add("is-live");
    this.form.addEventListener("input", () => this.typed());
    this.form.addEventListener("focusin", (event) => this.focused(event.target));
    this.form.addEventListener("submit", (event) => this.submitted(event));
    this.form.addEventListener("click", (event) => this.clicked(event));
    this.listening = new AbortController();
    const { signal } = this.listening;
    const save = () => this.isDirty && this.actions.send("autosave", { keepalive: true });
    addEventListener("pagehide", save, { signal });
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && save(), { signal });
    addEventListener("beforeunload", (event) => this.isLost && this.isDirty && event.preventDefault(), { signal });
  }

  stop() {
    this.kept.stop();
    this.actions.stop();
    this.listening.abort();
  }

  async leave() {
    if (this.isDirty) await this.actions.send("autosave");
  }

  get fields() {
    return this.languages.flatMap((language) => language.fields);
  }

  // The hidden fields too: they say which version the words were written over.
  get words() {
    return [...this.form.querySelectorAll("[name^='zh-'], [name^='en-']")];
  }

  get isDirty() {
    return this.maySave && this.languages.some((language) => language.isDirty);
  }

  typed() {
    this.counters.count();
    this.actions.afterTyping();
  }

  focused(field) {
    const language = this.languages.find((one) => one.fields.includes(field));
    if (!language) return;
    this.field = field;
    this.form.dataset.in = language.prefix;
  }

  submitted(event) {
    event.preventDefault();
    const button = event.submitter;
    if (button?.dataset.choice) this.choose(button);
    else if (button === this.bearing.button) this.bearing.walk();
    else this.actions.run(button?.value ?? "save");
  }

  // What was typed against what somebody else has stored.
  choose(button) {
    const language = this.languages.find((one) => one.fieldset.contains(button));
    language.settle(button.dataset.choice);
    this.typed();
    this.actions.run("save");
  }

  clicked(event) {
    const chip = event.target.closest(".finding a");
    if (!chip) return;
    event.preventDefault();
    goTo(chip);
  }

  // The field that a citation or a name goes into; citations stand in texts and points.
  target({ cites = false } = {}) {
    const field = this.field ?? this.form.querySelector("textarea");
    return cites && field.tagName !== "TEXTAREA"
      ? field.closest(".language-form").querySelector("textarea") : field;
  }

  // At the caret, in a way that Ctrl+Z takes back.
  insert(text, options = {}) {
    const field = this.target(options);
    field.focus();
    if (!document.execCommand("insertText", false, text)) {
      field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
      this.typed();
    }
    if (options.back) field.selectionStart = field.selectionEnd -= options.back;
  }

  focusFirstEmpty() {
    const asked = this.fields.filter((field) => field.dataset.field !== "points");
    const field = asked.find((one) => !one.value.trim()) ?? asked[1];
    field?.focus({ preventScroll: true });
  }

  tell(words, { aloud = false, isBad = false } = {}) {
    const told = this.form.querySelector(".desk-told");
    told.textContent = words;
    told.classList.toggle("is-bad", isBad);
    if (aloud) this.say(words);
  }
}
