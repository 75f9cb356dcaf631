// The form of one article: counting, checking while somebody types, saving, and what the server answers.

import { Counters } from "./counting.js";
import { Kept } from "./kept.js";
import { post } from "./server.js";

const TYPED = "input[data-field], textarea[data-field]";
const CHECK_AFTER = 600; // milliseconds without a key
const SAVE_AFTER = 2000;

export class Sheet {
  constructor(form, { say, goOn }) {
    this.form = form;
    this.say = say;
    this.goOn = goOn;
    this.kept = new Kept(form.getAttribute("action").split("?")[0], this.fields);
    this.counters = new Counters(form);
    this.told = form.querySelector(".desk-told");
    this.stored = {};
    this.last = Promise.resolve();
    this.maySave = Boolean(form.dataset.enter);
    form.classList.add("is-live");
    form.addEventListener("input", () => this.typed());
    form.addEventListener("focusin", (event) => this.focused(event.target));
    form.addEventListener("submit", (event) => this.submitted(event));
    form.addEventListener("click", (event) => this.clicked(event));
    this.leaving = () => this.isDirty && this.send("autosave", { keepalive: true });
    this.hiding = () => document.visibilityState === "hidden" && this.leaving();
    this.unloading = (event) => this.isLost && this.isDirty && event.preventDefault();
    addEventListener("pagehide", this.leaving);
    document.addEventListener("visibilitychange", this.hiding);
    addEventListener("beforeunload", this.unloading);
    this.clean = this.snapshot();
    if (this.kept.putBack()) {
      this.tell(form.dataset.putBack, { aloud: true });
      this.typed();
    }
    this.counters.count();
  }

  stop() {
    clearTimeout(this.checking);
    clearTimeout(this.saving);
    removeEventListener("pagehide", this.leaving);
    document.removeEventListener("visibilitychange", this.hiding);
    removeEventListener("beforeunload", this.unloading);
  }

  get fields() {
    return [...this.form.querySelectorAll(TYPED)];
  }

  // What stands in each half's fields.
  snapshot() {
    const halves = [...this.form.querySelectorAll(".half")];
    return Object.fromEntries(halves.map((half) => {
      return [half.id, JSON.stringify([...half.querySelectorAll(TYPED)].map((field) => field.value))];
    }));
  }

  get isDirty() {
    const now = this.snapshot();
    return this.maySave && Object.keys(now).some((prefix) => now[prefix] !== this.clean[prefix]);
  }

  // Typing

  typed() {
    this.counters.count();
    clearTimeout(this.checking);
    clearTimeout(this.saving);
    this.checking = setTimeout(() => this.check(), CHECK_AFTER);
    if (this.maySave) this.saving = setTimeout(() => this.isDirty && this.send("autosave"), SAVE_AFTER);
    this.form.dispatchEvent(new CustomEvent("desk:typed"));
  }

  focused(field) {
    if (!field.matches(TYPED)) return;
    this.field = field;
    this.form.dataset.in = field.closest(".half").id;
  }

  // The field that a citation or a name goes into; citations stand in texts and points.
  target({ cites = false } = {}) {
    const field = this.field ?? this.form.querySelector("textarea");
    return cites && field.tagName !== "TEXTAREA"
      ? field.closest(".half").querySelector("textarea") : field;
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

  fill(prefix, words) {
    for (const name of ["headline", "text", "points"]) this.form.elements[`${prefix}-${name}`].value = words[name];
  }

  focusFirstEmpty() {
    const asked = this.fields.filter((field) => field.dataset.field !== "points");
    const field = asked.find((one) => !one.value.trim()) ?? asked[1];
    field?.focus({ preventScroll: true });
  }

  // Telling

  tell(words, { aloud = false, isBad = false } = {}) {
    this.told.textContent = words;
    this.told.classList.toggle("is-bad", isBad);
    if (aloud) this.say(words);
  }

  // Asking the server

  async check() {
    try {
      const { told } = await post(this.form, this.form.dataset.check, "check");
      if (told) this.showFindings(told.findings);
    } catch {
      // Nothing is lost: the next key, or saving, asks again.
    }
  }

  // One request after the other, so that each carries the version the last one made.
  send(deed, options = {}) {
    clearTimeout(this.saving);
    this.last = this.last.then(() => this.sent(deed, options));
    return this.last;
  }

  async sent(deed, options) {
    if (deed === "autosave" && !this.isDirty) return;
    const before = this.snapshot();
    const isQuiet = deed === "autosave";
    if (!isQuiet) this.tell(this.form.dataset.saving);
    try {
      const { told, problem } = await post(this.form, this.form.action, deed, options);
      if (problem) return this.lose(problem);
      this.take(told, before, isQuiet);
    } catch {
      this.lose("lost");
    }
  }

  lose(problem) {
    this.isLost = true;
    this.kept.keep();
    this.tell(this.form.dataset[problem], { aloud: true, isBad: true });
  }

  take(told, before, isQuiet) {
    if (told.html) {
      this.kept.forget();
      return this.goOn(told);
    }
    const halves = Object.entries(told.halves);
    for (const [prefix, half] of halves) {
      if (this.takeHalf(prefix, half, before[prefix])) this.clean[prefix] = this.filled ?? before[prefix];
    }
    this.keepTheRest(halves);
    this.form.elements.sure.value = told.sure;
    if (!told.is_stale) document.querySelectorAll(".desk-changes").forEach((panel) => panel.remove());
    this.form.querySelector(".desk-others").textContent = told.others;
    this.showFindings(told.findings);
    const isBad = !["saved", "done", "shown"].includes(told.outcome);
    this.tell(told.told, { isBad, aloud: !isQuiet || told.outcome === "conflict" });
    if (!isQuiet && isBad) this.focusFirstProblem(told.outcome);
  }

  // Whether the form now stands on what is stored. A half that was typed in meanwhile does not take theirs.
  takeHalf(prefix, half, before) {
    const place = document.getElementById(`${prefix}-conflict`);
    this.stored[prefix] = half;
    this.filled = null;
    this.showState(prefix, half);
    if (half.conflict) {
      if (!place.hasChildNodes() || place.dataset.shown !== half.conflict) place.innerHTML = half.conflict;
      place.dataset.shown = half.conflict;
      return false;
    }
    place.replaceChildren();
    if (half.kept === "taken") {
      if (this.snapshot()[prefix] !== before) return false;
      this.fill(prefix, half.stored);
      this.filled = this.snapshot()[prefix];
    }
    this.adopt(prefix, half.hidden);
    return half.kept !== "refused";
  }

  showState(prefix, { state, deeds }) {
    document.getElementById(`${prefix}-state`).innerHTML = state;
    document.getElementById(`${prefix}-deeds`).innerHTML = deeds;
  }

  // What is stored now is what this editor has in front of them.
  adopt(prefix, hidden) {
    for (const [name, value] of Object.entries(hidden)) this.form.elements[`${prefix}-${name}`].value = value;
  }

  // Words that could not be stored stay in the fields and in this window.
  keepTheRest(halves) {
    this.isLost = halves.some(([, half]) => ["refused", "conflict"].includes(half.kept));
    if (this.isLost) this.kept.keep();
    else this.kept.forget();
  }

  showFindings(findings) {
    for (const [id, html] of Object.entries(findings)) {
      const list = document.getElementById(id);
      if (list.innerHTML !== html) list.innerHTML = html.trim();
      const field = list.closest(".half-field").querySelector(TYPED);
      field.toggleAttribute("aria-invalid", Boolean(list.querySelector(".block")));
    }
    this.counters.count();
  }

  focusFirstProblem(outcome) {
    const where = { conflict: ".conflict", doubt: ".finding.fault a", refused: ".finding.block a" }[outcome];
    const found = where && this.form.querySelector(where);
    if (outcome === "refused" && found) this.goTo(found);
    else if (outcome === "refused") this.focusFirstEmpty();
    else if (outcome === "conflict") found?.focus();
  }

  // Buttons and chips

  submitted(event) {
    event.preventDefault();
    const button = event.submitter;
    if (button?.dataset.choice) this.choose(button);
    else this.deed(button?.value ?? "save");
  }

  // A deed that was asked for; while one is under way a second press asks for nothing.
  async deed(name) {
    if (name.startsWith("draft")) return this.draft(name);
    if (this.isBusy || !this.maySave) return;
    this.isBusy = true;
    await this.send(name);
    this.isBusy = false;
  }

  // A machine's words for fields that are empty, and still are when it answers. Saving does not wait for it.
  async draft(deed) {
    if (!this.maySave) return;
    this.tell(this.form.dataset.drafting);
    try {
      const { told, problem } = await post(this.form, this.form.action, deed);
      if (problem) return this.tell(this.form.dataset[problem], { aloud: true, isBad: true });
      if (told.outcome === "drafted") Object.entries(told.halves).forEach(([prefix, half]) => this.takeDraft(prefix, half));
      this.tell(told.told, { aloud: true, isBad: told.outcome !== "drafted" });
    } catch {
      this.tell(this.form.dataset.undrafted, { aloud: true, isBad: true });
    }
  }

  takeDraft(prefix, half) {
    const { shown, hidden } = half;
    const text = this.form.elements[`${prefix}-text`];
    if (!hidden.drafted || text.value.trim()) return;
    for (const field of this.fields.filter((one) => one.name.startsWith(`${prefix}-`) && !one.value.trim())) {
      field.value = shown[field.dataset.field];
    }
    this.form.elements[`${prefix}-drafted`].value = hidden.drafted;
    this.showState(prefix, half);
    text.focus();
    this.typed();
  }

  // What was typed against what somebody else has stored.
  choose(button) {
    const { half: prefix } = button.closest(".conflict").dataset;
    const half = this.stored[prefix];
    const isMine = button.dataset.choice === "mine";
    document.getElementById(`${prefix}-conflict`).replaceChildren();
    this.adopt(prefix, { ...half.hidden, over: isMine ? "1" : "" });
    if (!isMine) this.fill(prefix, half.stored);
    this.form.elements[`${prefix}-text`].focus();
    this.typed();
    this.deed("save");
  }

  clicked(event) {
    const chip = event.target.closest(".finding a");
    if (!chip) return;
    event.preventDefault();
    this.goTo(chip);
  }

  // The words that a finding is about.
  goTo(chip) {
    const field = document.getElementById(chip.hash.slice(1));
    const { quote = "" } = chip.dataset;
    const at = quote ? field.value.indexOf(quote) : -1;
    field.focus();
    if (at >= 0) field.setSelectionRange(at, at + quote.length);
  }

  async leave() {
    if (this.isDirty) await this.send("autosave");
  }
}
