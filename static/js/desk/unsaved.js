// Words that the server could not take, kept in this window until it can.

export class UnsavedWords {
  constructor(form) {
    this.form = form;
    this.key = `desk:${form.getAttribute("action").split("?")[0]}`;
  }

  // The hidden fields too: they say which version the words were written over.
  get fields() {
    return [...this.form.querySelectorAll("[name^='zh-'], [name^='en-']")];
  }

  keep() {
    const values = Object.fromEntries(this.fields.map((field) => [field.name, field.value]));
    try {
      sessionStorage.setItem(this.key, JSON.stringify(values));
    } catch {
      // No room, or none allowed: the fields still hold them.
    }
  }

  putBack() {
    const values = JSON.parse(sessionStorage.getItem(this.key) ?? "null");
    if (!values) return false;
    for (const field of this.fields) if (field.name in values) field.value = values[field.name];
    return true;
  }

  forget() {
    sessionStorage.removeItem(this.key);
  }
}
