// The page as readers will see it, rendered by the server while one types; its paragraphs and the field's are tied.

const PAUSE = 350; // milliseconds without a key
const TELLING = 10; // characters that tell a block of the page among the field's words

export class Page {
  constructor(writing, pane) {
    this.writing = writing;
    this.field = writing.field;
    this.pane = pane;
    this.body = pane.querySelector(".writing-body");
    this.blocks = [];
    this.asked = 0;
    this.field.form.addEventListener("input", () => this.askSoon());
    for (const name of ["keyup", "click"]) this.field.addEventListener(name, () => this.showCaret());
    this.field.addEventListener("scroll", () => this.follow());
    this.body.addEventListener("click", (event) => this.goTo(event));
  }

  toggle(button) {
    const isOn = document.body.classList.toggle("is-writing");
    button.setAttribute("aria-pressed", isOn);
    this.pane.hidden = !isOn;
    if (isOn) this.ask();
    this.field.focus();
  }

  askSoon() {
    if (this.pane.hidden) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), PAUSE);
  }

  async ask() {
    const number = ++this.asked;
    const answer = await this.writing.post(this.writing.data.preview);
    if (!answer || number !== this.asked) return; // a later one is on its way
    if (answer.error) return this.writing.tell(answer.error);
    this.show(answer.body);
  }

  show(html) {
    const { elements } = this.field.form;
    this.pane.firstElementChild.lang = elements.language?.value ?? "";
    this.pane.querySelector("h1").textContent = elements.headline.value;
    this.pane.querySelector(".standfirst").textContent = elements.standfirst?.value ?? "";
    this.body.innerHTML = html;
    this.blocks = this.placed([...this.body.children]);
    this.showCaret();
  }

  // Where in the field each block of the page begins: its first words are looked for behind the last block's.
  placed(elements) {
    let at = 0;
    return elements.map((element) => {
      const picture = element.querySelector("img")?.getAttribute("src");
      const words = picture ?? element.textContent.trim().slice(0, TELLING);
      const found = words ? this.field.value.indexOf(words, at) : -1;
      if (found >= 0) at = found;
      return { element, at };
    });
  }

  blockAt(offset) {
    return this.blocks.findLast((block) => block.at <= offset) ?? this.blocks[0];
  }

  showCaret() {
    if (this.pane.hidden) return;
    const line = this.field.value.lastIndexOf("\n", this.field.selectionStart - 1) + 1;
    const end = this.field.value.indexOf("\n", line);
    this.mark(this.blockAt(end < 0 ? this.field.value.length : end)?.element);
  }

  mark(element) {
    this.body.querySelector(".is-at-caret")?.classList.remove("is-at-caret");
    element?.classList.add("is-at-caret");
    element?.scrollIntoView({ block: "nearest" });
  }

  // The two scroll together, by what stands at their upper edges.
  follow() {
    if (this.pane.hidden || this.field.matches(":active") === false && document.activeElement !== this.field) return;
    const share = this.field.scrollTop / Math.max(1, this.field.scrollHeight);
    const block = this.blockAt(Math.round(share * this.field.value.length));
    block?.element.scrollIntoView({ block: "start" });
  }

  goTo(event) {
    const block = this.blocks.find(({ element }) => element.contains(event.target));
    if (!block) return;
    event.preventDefault();
    this.field.focus();
    this.field.setSelectionRange(block.at, block.at);
    const share = block.at / Math.max(1, this.field.value.length);
    this.field.scrollTop = share * this.field.scrollHeight - this.field.clientHeight / 3;
    this.mark(block.element);
  }
}
