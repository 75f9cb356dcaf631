// What bears each statement out: its words are marked in the article and in the summaries, one after the other.

import { goTo } from "./findings.js";
import { post } from "./server.js";

const MARK = "bearing"; // the name of the highlight in the style sheet

export class Bearing {
  constructor(form) {
    this.form = form;
    this.section = form.querySelector(".desk-bearing");
    this.button = this.section.querySelector("button");
    this.list = this.section.querySelector("div");
    this.list.addEventListener("click", (event) => this.clicked(event));
  }

  // The next of the list; what was typed since is asked for again.
  async walk() {
    if (this.asked !== this.words) await this.load();
    const rows = [...this.list.querySelectorAll("[data-quote][data-field]")];
    if (!rows.length) return;
    this.at = (this.at + 1) % rows.length;
    this.show(rows[this.at]);
  }

  async load() {
    const asked = this.words;
    const { answer } = await post(this.form, this.button.formAction, "bearing");
    if (!answer) return;
    this.list.innerHTML = answer.html;
    this.asked = asked;
    this.at = -1;
  }

  get words() {
    return JSON.stringify([...this.form.querySelectorAll("[data-field]:is(input, textarea)")].map((field) => field.value));
  }

  clicked(event) {
    const row = event.target.closest("[data-quote][data-field]");
    if (!row) return;
    event.preventDefault();
    this.at = [...this.list.querySelectorAll("[data-quote][data-field]")].indexOf(row);
    this.show(row);
  }

  show(row) {
    for (const other of this.list.querySelectorAll("[aria-current]")) other.removeAttribute("aria-current");
    row.setAttribute("aria-current", "true");
    const places = [...row.querySelectorAll("q[data-quote]")];
    light(places.map(({ dataset }) => rangeOf(dataset)).filter(Boolean));
    const { language, field, quote } = row.dataset;
    goTo({ hash: `#id_${language}-${field}`, dataset: { quote } });
    row.scrollIntoView({ block: "nearest" });
  }
}

function light(ranges) {
  if (!globalThis.CSS?.highlights) return; // the list says it as well
  CSS.highlights.set(MARK, new Highlight(...ranges));
  ranges[0]?.startContainer.parentElement.scrollIntoView({ block: "center" });
}

// Where words stand in the article: behind those that stand before them, as the same words may come often.
function rangeOf({ before, quote }) {
  const walker = document.createTreeWalker(document.getElementById("desk-article"), NodeFilter.SHOW_TEXT);
  const nodes = [];
  let text = "";
  while (walker.nextNode()) {
    if (walker.currentNode.parentElement.closest(".cite")) continue;
    nodes.push([text.length, walker.currentNode]);
    text += walker.currentNode.data;
  }
  const whole = text.indexOf(before + quote);
  const start = whole >= 0 ? whole + before.length : text.indexOf(quote);
  if (start < 0 || !quote) return null;
  const range = new Range();
  range.setStart(...placeIn(nodes, start));
  range.setEnd(...placeIn(nodes, start + quote.length));
  return range;
}

function placeIn(nodes, offset) {
  const [start, node] = nodes.findLast(([begins]) => begins <= offset);
  return [node, Math.min(offset - start, node.data.length)];
}
