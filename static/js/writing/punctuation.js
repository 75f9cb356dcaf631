// Half-width marks beside Chinese made full-width in one step, after a look at what changes.

export class Punctuation {
  constructor(writing, dialog) {
    this.writing = writing;
    this.dialog = dialog;
    dialog.querySelector("[name=put]").addEventListener("click", () => this.put());
    dialog.querySelector("[name=cancel]").addEventListener("click", () => dialog.close());
  }

  async ask() {
    const answer = await this.writing.post(this.writing.data.punctuation);
    if (!answer) return;
    if (!answer.changes) return this.writing.tell(this.writing.data.unchanged);
    this.text = answer.text;
    this.dialog.querySelector(".diff").innerHTML = answer.changes;
    this.dialog.showModal();
  }

  put() {
    this.dialog.close();
    this.writing.replaceAll(this.text);
  }
}
