// Names of topics while an editor types them, in any script: a combobox as the ARIA Authoring Practices have it.
// Without this script the field is a plain one and works the same.

const SEPARATORS = /[,，、;；\n]/;
const PAUSE = 150; // milliseconds without a key before the server is asked

class TopicsField {
  constructor(field, number) {
    this.field = field;
    this.list = document.createElement("ul");
    this.list.id = `topics-offered-${number}`;
    this.list.className = "offered";
    this.list.hidden = true;
    this.list.setAttribute("role", "listbox");
    field.after(this.list);
    for (const [name, value] of Object.entries({
      role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id,
    })) field.setAttribute(name, value);
    field.addEventListener("input", () => this.askSoon());
    field.addEventListener("keydown", (event) => this.onKey(event));
    field.addEventListener("blur", () => this.close());
    this.list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
    this.list.addEventListener("click", (event) => this.choose(event.target.closest("[role=option]")));
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
    this.field.setAttribute("aria-expanded", String(Boolean(names.length)));
    this.field.removeAttribute("aria-activedescendant");
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
    this.field.setAttribute("aria-expanded", "false");
    this.field.removeAttribute("aria-activedescendant");
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
  for (const place of document.querySelectorAll("[data-adds-to]")) {
    const field = document.getElementById(place.dataset.addsTo);
    if (field) place.querySelectorAll("[data-topic]").forEach((plain) => new SuggestedName(plain, field));
  }
};

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", enhance);
else enhance();
