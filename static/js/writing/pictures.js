// A picture chosen or dropped onto the body: kept by the server, and put in with what readers are told of it.

export class Pictures {
  constructor(writing, dialog) {
    this.writing = writing;
    this.dialog = dialog;
    this.refused = dialog.querySelector(".writing-refused");
    dialog.querySelector("[name=put]").addEventListener("click", () => this.put());
    dialog.querySelector("[name=cancel]").addEventListener("click", () => dialog.close());
    dialog.addEventListener("keydown", (event) => event.key === "Enter" && event.target.matches("input") && this.put());
    writing.field.addEventListener("dragover", (event) => this.isFile(event) && event.preventDefault());
    writing.field.addEventListener("drop", (event) => this.dropped(event));
  }

  get inputs() {
    return [...this.dialog.querySelectorAll("input")];
  }

  value(name) {
    return this.dialog.querySelector(`[name=${name}]`).value.trim();
  }

  isFile(event) {
    return event.dataTransfer?.types.includes("Files");
  }

  dropped(event) {
    if (!this.isFile(event)) return;
    event.preventDefault();
    this.ask(event.dataTransfer.files);
  }

  ask(files) {
    for (const input of this.inputs) {
      if (input.type === "checkbox") input.checked = false;
      else input.value = "";
    }
    if (files) this.dialog.querySelector("[name=picture]").files = files;
    this.refused.textContent = "";
    this.dialog.showModal();
  }

  // Said, or said to be nothing: those who do not see it are told the one or the other.
  get isDescribed() {
    return this.value("alt") !== "" || this.dialog.querySelector("[name=decorative]").checked;
  }

  async put() {
    if (!this.isDescribed) {
      this.refused.textContent = this.writing.data.describe;
      this.dialog.querySelector("[name=alt]").focus();
      return;
    }
    const [picture] = this.dialog.querySelector("[name=picture]").files;
    const answer = await this.writing.post(this.writing.data.picture, picture ? { picture } : {});
    if (!answer?.address) {
      this.refused.textContent = answer?.error ?? this.writing.data.lost;
      return;
    }
    this.dialog.close();
    this.writing.insertBlock(this.markdown(answer.address));
  }

  markdown(address) {
    const alt = this.value("alt").replace(/[[\]]/g, "");
    const credit = this.value("credit") && `（圖／${this.value("credit")}）`;
    const caption = this.value("caption") || credit ? `\n▲ ${this.value("caption")}${credit}` : "";
    return `![${alt}](${address})${caption}`;
  }
}
