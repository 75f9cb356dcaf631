// Numbers before the paragraphs: pressing one cites it. Cited paragraphs are marked while somebody writes.

const CITATION = /\[(\d{1,4})\]/g;

export function numberParagraphs(body, editor) {
  const paragraphs = [...body.querySelectorAll(":scope > p[id]")];
  body.classList.add("is-live");
  for (const paragraph of paragraphs) paragraph.prepend(button(paragraph.id.slice(1)));
  for (const link of body.querySelectorAll("a[href]")) {
    link.target = "_blank"; // what is being written stays
    link.rel = "noopener";
  }
  body.addEventListener("mousedown", (event) => event.target.closest(".cite") && event.preventDefault());
  body.addEventListener("click", (event) => {
    const pressed = event.target.closest(".cite");
    if (pressed) cite(editor, pressed.dataset.cite);
  });
  const mark = () => {
    const text = editor.fields.map((field) => field.value).join(" ");
    const cited = new Set([...text.matchAll(CITATION)].map((match) => `p${match[1]}`));
    for (const paragraph of paragraphs) paragraph.classList.toggle("is-cited", cited.has(paragraph.id));
  };
  editor.form.addEventListener("input", mark);
  mark();
}

export function cite(editor, number) {
  if (document.getElementById(`p${number}`)) editor.insert(`[${number}]`, { cites: true });
}

function button(number) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "cite";
  made.dataset.cite = number;
  made.tabIndex = -1; // Alt and the number does the same without leaving the text
  made.textContent = number;
  return made;
}
