// One language of the summaries: what stands in its fields, and what the server says is stored.

export class LanguageForm {
  constructor(fieldset) {
    this.fieldset = fieldset;
    this.prefix = fieldset.id;
    this.conflict = document.getElementById(`${this.prefix}-conflict`);
    // As the server sent it, even where the browser has put back what was typed.
    this.clean = JSON.stringify(this.fields.map((field) => field.defaultValue));
  }

  get fields() {
    return [...this.fieldset.querySelectorAll("[data-field]")];
  }

  get snapshot() {
    return JSON.stringify(this.fields.map((field) => field.value));
  }

  get isDirty() {
    return this.snapshot !== this.clean;
  }

  field(name) {
    return this.fieldset.elements[`${this.prefix}-${name}`];
  }

  fill(words) {
    for (const field of this.fields) field.value = words[field.dataset.field];
  }

  // What is stored now is what this editor has in front of them.
  adopt(hidden) {
    for (const [name, value] of Object.entries(hidden)) this.field(name).value = value;
  }

  show({ state, actions }) {
    document.getElementById(`${this.prefix}-state`).innerHTML = state;
    document.getElementById(`${this.prefix}-actions`).innerHTML = actions;
  }

  // What became of the words that were sent. before: the snapshot then; words typed since do not give way.
  take(answer, before) {
    this.answer = answer;
    this.show(answer);
    if (answer.conflict) return this.showConflict(answer.conflict);
    this.conflict.replaceChildren();
    if (answer.outcome === "taken") {
      if (this.snapshot !== before) return;
      this.fill(answer.stored);
    }
    this.adopt(answer.hidden);
    if (answer.outcome !== "refused") this.clean = answer.outcome === "taken" ? this.snapshot : before;
  }

  showConflict(html) {
    if (!this.conflict.hasChildNodes() || this.conflict.dataset.shown !== html) this.conflict.innerHTML = html;
    this.conflict.dataset.shown = html;
  }

  // choice: mine or theirs.
  settle(choice) {
    const isMine = choice === "mine";
    this.conflict.replaceChildren();
    this.adopt({ ...this.answer.hidden, over: isMine ? "1" : "" });
    if (!isMine) this.fill(this.answer.stored);
    this.field("text").focus();
  }

  // A machine's words go into fields that are empty, and still are. Whether any text was taken.
  takeDraft(answer) {
    const { shown, hidden } = answer;
    if (!hidden.drafted || this.field("text").value.trim()) return false;
    for (const field of this.fields.filter((one) => !one.value.trim())) field.value = shown[field.dataset.field];
    this.field("drafted").value = hidden.drafted;
    this.show(answer);
    this.field("text").focus();
    return true;
  }
}
