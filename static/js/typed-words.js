// What is typed into a form of the editors' site lies in this browser too, until it is saved: whoever leaves, reloads,
// goes back, crashes or is signed out meanwhile is offered it. Without this script the form is an ordinary one.

const PREFIX = "words:";
const SENT = "words-sent"; // of this window: what was sent last
const PAUSE = 400; // milliseconds without a key
const KEPT_FOR = 30 * 24 * 3600 * 1000; // milliseconds; as long as the trash
const NOT_WORDS = "[name=csrfmiddlewaretoken], [type=file], [type=password], [type=submit], [type=button]";

class TypedWords {
  constructor(form, template) {
    this.form = form;
    this.template = template;
    this.key = `${PREFIX}${template.dataset.who}:${location.pathname}`;
    this.shown = this.typed;
    form.addEventListener("input", () => this.keepSoon());
    form.addEventListener("change", () => this.keepSoon());
    form.addEventListener("submit", () => this.send());
    addEventListener("pagehide", () => this.keep());
    addEventListener("beforeunload", (event) => this.isDirty && !this.isSent && event.preventDefault());
  }

  // Hidden fields too: they say which version the words were written over, so that nobody's are overwritten.
  get fields() {
    return [...this.form.elements].filter((field) => field.name && !field.matches(NOT_WORDS));
  }

  get typed() {
    const values = {};
    for (const field of this.fields) {
      if (field.matches("[type=radio]") && !field.checked) continue;
      values[field.name] = field.matches("[type=checkbox]") ? String(field.checked) : field.value;
    }
    return values;
  }

  get isDirty() {
    return !alike(this.typed, this.shown);
  }

  get kept() {
    return read(this.key);
  }

  keepSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep(), PAUSE);
  }

  keep() {
    clearTimeout(this.timer);
    if (!this.isDirty) return;
    try {
      localStorage.setItem(this.key, JSON.stringify({ at: Date.now(), values: this.typed }));
    } catch {
      // No room, or none allowed: the fields still hold them, and leaving is asked about.
    }
  }

  send() {
    this.keep();
    this.isSent = true;
    sessionStorage.setItem(SENT, this.key);
  }

  // Beside a form that came back with errors nothing is offered: it has the words.
  offer() {
    const { kept } = this;
    if (!kept || document.querySelector(".errornote")) return;
    if (alike({ ...this.shown, ...kept.values }, this.shown)) return localStorage.removeItem(this.key);
    const offer = this.template.content.firstElementChild.cloneNode(true);
    offer.querySelector("time").textContent = new Date(kept.at).toLocaleString(document.documentElement.lang);
    offer.querySelector("[name=put_back]").addEventListener("click", () => this.putBack(kept.values, offer));
    offer.querySelector("[name=throw_away]").addEventListener("click", () => this.throwAway(offer));
    this.form.before(offer);
  }

  putBack(values, offer) {
    for (const field of this.fields) {
      if (!(field.name in values)) continue;
      if (field.matches("[type=checkbox]")) field.checked = values[field.name] === "true";
      else if (field.matches("[type=radio]")) field.checked = field.value === values[field.name];
      else field.value = values[field.name];
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
    offer.remove();
  }

  throwAway(offer) {
    localStorage.removeItem(this.key);
    offer.remove();
  }
}

function alike(some, others) {
  return Object.keys(some).every((name) => some[name] === others[name]);
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

// The server says so when it has saved what this window sent; any other answer leaves the words where they are.
function forgetWhatIsSaved() {
  const isSaved = document.querySelector(".messagelist .success") && !document.querySelector(".errornote");
  if (isSaved) localStorage.removeItem(sessionStorage.getItem(SENT));
  sessionStorage.removeItem(SENT);
}

function forgetWhatIsOld() {
  for (const key of Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))) {
    if (!(Date.now() - read(key)?.at < KEPT_FOR)) localStorage.removeItem(key);
  }
}

const template = document.getElementById("typed-words");
const form = document.querySelector("body.change-form #content-main form[method=post]");
try {
  forgetWhatIsSaved();
  forgetWhatIsOld();
} catch {
  // A browser that keeps nothing.
}
if (template && form) new TypedWords(form, template).offer();
