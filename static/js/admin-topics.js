// Names of topics while an editor types them, in any script: a combobox as the ARIA Authoring Practices have it.
// Without this script the field is a plain one and works the same.

const SEPARATORS = /[,，、;；\n]/;
const PAUSE = 150; // milliseconds without a key before the server is asked for names
const LONGER_PAUSE = 600; // before it is asked which of the names are new

class TopicsField {
  constructor(field, number) {
    this.field = field;
    this.list = document.createElement("ul");
    this.list.id = `topics-offered-${number}`;
    this.list.className = "offered";
    this.list.hidden = true;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", field.labels[0]?.textContent ?? "");
    this.place();
    for (const [name, value] of Object.entries(this.description)) field.setAttribute(name, value);
    field.addEventListener("input", () => this.askSoon());
    field.addEventListener("keydown", (event) => this.onKey(event));
    field.addEventListener("blur", () => this.close());
    this.list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
    this.list.addEventListener("click", (event) => this.choose(event.target.closest("[role=option]")));
  }

  // A field of several lines may not be called a combobox; it can say what it opens all the same.
  get description() {
    const common = { "aria-autocomplete": "list", "aria-haspopup": "listbox", "aria-controls": this.list.id };
    return this.field.matches("textarea") ? common : { ...common, role: "combobox", "aria-expanded": "false" };
  }

  // A box of its own around the field, below which the offers stand wherever the form puts it.
  place() {
    const box = document.createElement("span");
    box.className = "topics-box";
    this.field.replaceWith(box);
    box.append(this.field, this.list);
  }

  // The name that is being typed: from the last separator to the caret.
  get start() {
    if ("one" in this.field.dataset) return 0;
    const before = this.field.value.slice(0, this.field.selectionStart);
    return before.length - before.split(SEPARATORS).pop().length;
  }

  get typed() {
    return this.field.value.slice(this.start, this.field.selectionStart).trim();
  }

  askSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), PAUSE);
  }

  async ask() {
    const typed = this.typed;
    this.asking?.abort();
    if (!typed) return this.close();
    this.asking = new AbortController();
    try {
      const answer = await fetch(`${this.field.dataset.topics}?q=${encodeURIComponent(typed)}`, {
        signal: this.asking.signal,
      });
      if (answer.ok && typed === this.typed) this.offer((await answer.json()).names);
    } catch (error) {
      if (error.name !== "AbortError") this.close(); // offline: the field stays a plain one
    }
  }

  offer(names) {
    this.list.replaceChildren(...names.map((name, number) => this.option(name, number)));
    this.list.hidden = !names.length;
    this.sayWhetherOpen();
    this.field.removeAttribute("aria-activedescendant");
  }

  sayWhetherOpen() {
    if (this.field.hasAttribute("aria-expanded")) this.field.setAttribute("aria-expanded", String(!this.list.hidden));
  }

  option({ name, lang, alias }, number) {
    const option = document.createElement("li");
    option.id = `${this.list.id}-${number}`;
    option.setAttribute("role", "option");
    option.dataset.name = name;
    const label = document.createElement("span");
    label.lang = lang;
    label.textContent = name;
    option.append(label);
    if (alias) {
      const small = document.createElement("small");
      small.textContent = ` ${alias}`;
      option.append(small);
    }
    return option;
  }

  get active() {
    return this.list.querySelector("[aria-selected=true]");
  }

  onKey(event) {
    if (event.isComposing || this.list.hidden) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") this.move(event.key === "ArrowDown" ? 1 : -1);
    else if ((event.key === "Enter" || event.key === "Tab") && this.active) this.choose(this.active);
    else if (event.key === "Escape") this.close();
    else return;
    event.preventDefault();
  }

  move(step) {
    const options = [...this.list.children];
    const from = this.active ? options.indexOf(this.active) : step > 0 ? -1 : options.length;
    this.active?.removeAttribute("aria-selected");
    const next = options[(from + step + options.length) % options.length];
    next.setAttribute("aria-selected", "true");
    next.scrollIntoView({ block: "nearest" });
    this.field.setAttribute("aria-activedescendant", next.id);
  }

  choose(option) {
    if (!option) return;
    const separator = this.field.value.includes("、") ? "、" : ", ";
    const ending = "one" in this.field.dataset ? "" : separator;
    const before = this.field.value.slice(0, this.start).replace(/[,，、;；]\s*$/, separator);
    const after = this.field.value.slice(this.field.selectionStart).replace(/^[,，、;；\s]+/, "");
    const inserted = before + option.dataset.name + ending;
    this.field.value = inserted + after;
    this.field.setSelectionRange(inserted.length, inserted.length);
    this.field.dispatchEvent(new Event("change", { bubbles: true }));
    this.close();
  }

  close() {
    clearTimeout(this.timer);
    this.asking?.abort();
    this.list.hidden = true;
    this.sayWhetherOpen();
    this.field.removeAttribute("aria-activedescendant");
  }
}

// What the form would ask about new names, asked below the field while they are typed: the very same questions.
class NewNames {
  constructor(field) {
    this.field = field;
    this.asked = field.value;
    this.place = document.createElement("div");
    this.place.className = "asked";
    this.place.setAttribute("aria-live", "polite");
    field.closest(".form-row").append(this.place);
    field.addEventListener("input", () => this.askSoon(LONGER_PAUSE));
    field.addEventListener("change", () => this.askSoon(0));
  }

  askSoon(pause) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), pause);
  }

  async ask() {
    const typed = this.field.value;
    if (typed === this.asked) return;
    try {
      const answer = await fetch(`${this.field.dataset.asks}?q=${encodeURIComponent(typed)}`);
      if (answer.ok && typed === this.field.value) this.show(await answer.text(), typed);
    } catch {
      // offline: the form asks when it is saved
    }
  }

  show(questions, typed) {
    const row = this.field.closest(".form-row");
    const chosen = new Set([...row.querySelectorAll(".question :checked")].map(({ name, value }) => `${name}=${value}`));
    this.asked = typed;
    this.place.innerHTML = questions;
    row.querySelectorAll(".errorlist .question").forEach((question) => question.remove());
    for (const choice of this.place.querySelectorAll("input")) {
      choice.checked ||= chosen.has(`${choice.name}=${choice.value}`);
    }
  }
}

// A name that the text suggests: pressed while it stands in the field of topics.
class SuggestedName {
  constructor(plain, field) {
    this.field = field;
    this.button = document.createElement("button");
    this.button.type = "button";
    this.button.className = "quiet";
    this.button.lang = plain.lang;
    this.button.textContent = plain.textContent;
    plain.replaceWith(this.button);
    this.button.addEventListener("click", () => this.toggle());
    for (const name of ["input", "change"]) field.addEventListener(name, () => this.show());
    this.show();
  }

  get names() {
    return this.field.value.split(SEPARATORS).map((name) => name.trim()).filter(Boolean);
  }

  get stands() {
    return this.names.includes(this.button.textContent);
  }

  toggle() {
    const others = this.names.filter((name) => name !== this.button.textContent);
    this.field.value = (this.stands ? others : [...others, this.button.textContent]).join("、");
    this.field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  show() {
    this.button.setAttribute("aria-pressed", String(this.stands));
  }
}

const enhance = () => {
  document.querySelectorAll("[data-topics]").forEach((field, number) => new TopicsField(field, number));
  document.querySelectorAll("[data-asks]").forEach((field) => new NewNames(field));
  for (const place of document.querySelectorAll("[data-adds-to]")) {
    const field = document.getElementById(place.dataset.addsTo);
    if (field) place.querySelectorAll("[data-topic]").forEach((plain) => new SuggestedName(plain, field));
  }
};

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", enhance);
else enhance();
