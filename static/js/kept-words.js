// What is typed into a form lies in this browser too, until it is saved. Every window keeps its own, so that two of
// them, or one that was opened anew, never write over each other's words; what others left is offered above the form.

const PREFIX = "words:";
const PAUSE = 400; // milliseconds without a key
const KEPT_FOR = 30 * 24 * 3600 * 1000; // milliseconds; as long as the trash

// The form that an address leads to, in whichever language its page is.
function place(address) {
  const { pathname } = new URL(address, location);
  return pathname.slice(Math.max(pathname.indexOf("/admin/"), 0));
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

export class KeptWords {
  // fields: a function, those that are kept. isDirty: whether they hold what is not saved; by default, what was not
  // shown at first. key: where another window, whose form came back in this one, has kept them.
  constructor(form, fields, { isDirty, key } = {}) {
    this.form = form;
    this.fieldsOf = fields;
    this.template = document.getElementById("typed-words");
    this.stem = `${PREFIX}${this.template.dataset.who}:${place(form.getAttribute("action") ?? "")}#`;
    this.key = key?.startsWith(this.stem) ? key : this.newKey;
    this.shown = this.valuesBy(sentOf);
    this.isDirtyNow = isDirty ?? (() => !alike(this.typed, this.shown));
    this.listening = new AbortController();
    const { signal } = this.listening;
    for (const kind of ["input", "change"]) form.addEventListener(kind, () => this.keepSoon(), { signal });
    addEventListener("pagehide", () => this.keep(), { signal });
  }

  stop() {
    this.keep();
    this.listening.abort();
  }

  get newKey() {
    return this.stem + crypto.getRandomValues(new Uint32Array(2)).join("-");
  }

  get typed() {
    return this.valuesBy(({ checked, value }) => ({ checked, value }));
  }

  valuesBy(read) {
    const values = {};
    for (const field of this.fieldsOf()) {
      const { checked, value } = read(field);
      if (field.matches("[type=radio]") && !checked) continue;
      values[field.name] = field.matches("[type=checkbox]") ? String(checked) : value;
    }
    return values;
  }

  get isDirty() {
    return this.isDirtyNow();
  }

  keepSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep(), PAUSE);
  }

  keep() {
    clearTimeout(this.timer);
    if (this.isDirty) this.store(this.key);
  }

  store(key) {
    const kept = { at: Date.now(), values: this.typed };
    try {
      localStorage.setItem(key, JSON.stringify(kept));
    } catch {
      // No room, or none allowed: the fields still hold them.
    }
    return { key, ...kept };
  }

  forget() {
    clearTimeout(this.timer);
    forget(this.key);
  }

  // Each that another window kept, the latest on top; what stands in the form already is no longer kept.
  offer() {
    try {
      forgetWhatIsOld();
      const keys = Object.keys(localStorage).filter((key) => key.startsWith(this.stem) && key !== this.key);
      const kept = keys.map((key) => ({ key, ...read(key) })).sort((one, other) => one.at - other.at);
      for (const one of kept) {
        if (this.shows(one.values, this.typed)) {
          this.keep(); // where the browser itself has put them back
          forget(one.key);
        } else if (this.shows(one.values, this.shown)) forget(one.key);
        else this.form.prepend(this.offerOf(one));
      }
    } catch {
      // A browser that keeps nothing.
    }
  }

  // Whether every word stands among others; hidden fields are none.
  shows(values, others) {
    const visible = this.fieldsOf().filter(({ type, name }) => type !== "hidden" && name in values);
    return visible.every(({ name }) => values[name].trim() === (others[name] ?? "").trim());
  }

  offerOf({ key, at, values }) {
    const offer = this.template.content.firstElementChild.cloneNode(true);
    offer.querySelector("time").textContent = new Date(at).toLocaleString(document.documentElement.lang);
    const answer = (name, act) =>
      offer.querySelector(`[name=${name}]`).addEventListener("click", () => {
        act();
        forget(key);
        offer.remove();
      });
    answer("put_back", () => this.putBack(values));
    answer("throw_away", () => {});
    return offer;
  }

  // Hidden fields too: they say which version the words were written over, so that nobody's are overwritten. What they
  // take the place of, when it was typed here, is offered in its turn.
  putBack(values) {
    if (this.isDirty) this.form.prepend(this.offerOf(this.store(this.newKey)));
    for (const field of this.fieldsOf()) {
      if (!(field.name in values)) continue;
      if (field.matches("[type=checkbox]")) field.checked = values[field.name] === "true";
      else if (field.matches("[type=radio]")) field.checked = field.value === values[field.name];
      else field.value = values[field.name];
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
    this.keep();
  }
}

export function forget(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing.
  }
}

// What the server sent, even where the browser has put back what stood there when the page was left.
function sentOf(field) {
  const { defaultChecked: checked, defaultValue } = field;
  if (!field.options) return { checked, value: defaultValue };
  const sent = [...field.options].find((option) => option.defaultSelected) ?? field.options[0];
  return { value: sent?.value ?? "" };
}

function alike(some, others) {
  return Object.keys(some).every((name) => some[name] === others[name]);
}

function forgetWhatIsOld() {
  for (const key of Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))) {
    if (!(Date.now() - read(key)?.at < KEPT_FOR)) forget(key);
  }
}
