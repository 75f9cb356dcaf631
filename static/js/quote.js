// Quoting from a body: one button beside what is selected, and a source line in what is copied by hand.
const body = document.querySelector("[data-body]");
const quoting = document.querySelector(".quoting");
const button = quoting?.querySelector("button");
const said = quoting?.querySelector("[role=status]");

const MARKS = { "zh-Hant": "「」", ja: "「」" };
const WHOLE = 48; // characters that a text fragment holds whole; of more it holds the two ends
const END = 16; // characters of each end
const LEAST = 24; // characters copied by hand that a source line goes with: a name needs none

const selected = () => {
  const selection = document.getSelection();
  if (selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  const isInside = body.contains(range.startContainer) && body.contains(range.endContainer);
  return isInside && selection.toString().trim() ? range : null;
};

const blockOf = (node) => (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("p, li, h2, h3, h4, td, th, figcaption");

// The words of a block up to a place, or from it on.
const textIn = (block, range, side) => {
  const part = document.createRange();
  part.selectNodeContents(block);
  if (side === "before") part.setEnd(range.startContainer, range.startOffset);
  else part.setStart(range.endContainer, range.endOffset);
  return part.toString().length;
};

// Browsers find a fragment only where words begin and end: a selection that cuts one is widened.
const widened = (text, start, end, language) => {
  for (const { index, segment } of new Intl.Segmenter(language, { granularity: "word" }).segment(text)) {
    const stop = index + segment.length;
    if (index < start && start < stop) start = index;
    if (index < end && end < stop) end = stop;
  }
  return text.slice(start, end).trim();
};

const encoded = (text) => encodeURIComponent(text).replaceAll("-", "%2D");

const fragmentOf = (range) => {
  const [first, last] = [blockOf(range.startContainer), blockOf(range.endContainer)];
  if (!first || !last) return "";
  const language = first.closest("[lang]").lang;
  const from = textIn(first, range, "before");
  const to = last.textContent.length - textIn(last, range, "after");
  const fits = first === last && to - from <= WHOLE;
  const ends = fits
    ? [widened(first.textContent, from, to, language)]
    : [
        widened(first.textContent, from, Math.min(from + END, first.textContent.length), language),
        widened(last.textContent, Math.max(to - END, first === last ? from + END : 0), to, language),
      ];
  const anchor = first.id ? `#${first.id}` : "#";
  return `${anchor}:~:text=${ends.filter(Boolean).map(encoded).join(",")}`;
};

const sourceLine = (range) => `—— ${quoting.dataset.from}\n${quoting.dataset.address}${fragmentOf(range)}`;

const quotation = (range) => {
  const [opening, closing] = MARKS[body.closest("[lang]").lang] ?? "“”";
  return `${opening}${document.getSelection().toString().trim()}${closing}\n${sourceLine(range)}`;
};

const place = (range) => {
  const last = [...range.getClientRects()].at(-1) ?? range.getBoundingClientRect();
  quoting.hidden = false;
  const edge = document.documentElement.clientWidth - quoting.offsetWidth - 12;
  quoting.style.insetBlockStart = `${last.bottom + scrollY + 10}px`;
  quoting.style.insetInlineStart = `${Math.max(12, Math.min(last.right - quoting.offsetWidth / 2, edge))}px`;
};

if (quoting) {
  document.addEventListener("selectionchange", () => {
    const range = selected();
    said.textContent = "";
    if (range) place(range);
    else quoting.hidden = true;
  });

  button.addEventListener("pointerdown", (event) => event.preventDefault()); // keeps the selection
  button.addEventListener("click", async () => {
    const range = selected();
    if (!range) return;
    const text = quotation(range);
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = quoting.dataset.copied;
    } catch {
      said.textContent = text; // refused: here it can be copied by hand
    }
  });

  document.addEventListener("copy", (event) => {
    const range = selected();
    const text = document.getSelection().toString();
    if (!range || text.trim().length < LEAST) return;
    event.clipboardData.setData("text/plain", `${text}\n\n${sourceLine(range)}`);
    event.preventDefault();
  });
}
