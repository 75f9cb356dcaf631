// Words that the server could not take, kept in this window until it can.

export class Kept {
  constructor(address, fields) {
    this.key = `desk:${address}`;
    this.fields = fields;
    this.form = fields[0]?.form;
  }

  // The hidden fields too: they say which version the words were written over.
  get all() {
    return [...(this.form?.querySelectorAll("[name^='zh-'], [name^='en-']") ?? [])];
  }

  keep() {
    const values = Object.fromEntries(this.all.map((field) => [field.name, field.value]));
    try {
      sessionStorage.setItem(this.key, JSON.stringify(values));
    } catch {
      // No room, or none allowed: the fields still hold them.
    }
  }

  putBack() {
    const values = JSON.parse(sessionStorage.getItem(this.key) ?? "null");
    if (!values) return false;
    for (const field of this.all) if (field.name in values) field.value = values[field.name];
    return true;
  }

  forget() {
    sessionStorage.removeItem(this.key);
  }
}
