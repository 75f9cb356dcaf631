// Live counters. The server counts the same way: articles/summaries/rules.py.

export const characters = (text) => [...text.replace(/\[\d{1,4}\]/g, "").replace(/\s/gu, "")].length;
export const words = (text) =>
  (text.replace(/\[\d{1,4}\]/g, " ").match(/\S*[\p{L}\p{N}]\S*/gu) ?? []).length;

export class Counters {
  constructor(form) {
    this.outputs = [...form.querySelectorAll("[data-count]")];
    this.ratio = form.querySelector("[data-ratio]");
    this.text = (language) => form.elements[`${language}-text`].value;
  }

  count() {
    for (const output of this.outputs) this.show(output);
    if (!this.ratio) return;
    const english = words(this.text("en"));
    const chinese = characters(this.text("zh"));
    this.ratio.hidden = !english || !chinese;
    const ratio = english ? chinese / english : 0;
    this.ratio.querySelector("b").textContent = ratio.toFixed(1);
    this.ratio.classList.toggle("is-off", ratio < Number(this.ratio.dataset.least) || ratio > Number(this.ratio.dataset.most));
  }

  show(output) {
    const language = output.dataset.count;
    const count = (language === "en" ? words : characters)(this.text(language));
    const { least, good, most } = output.dataset;
    output.querySelector("b").textContent = count;
    output.classList.toggle("is-over", count > Number(most));
    output.classList.toggle("is-off", count > 0 && (count < Number(least) || count > Number(good)));
  }
}
