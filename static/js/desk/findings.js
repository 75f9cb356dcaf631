// What was found about the words, beside the fields it is about.

// findings: HTML by the id of the list it belongs into.
export function showFindings(findings) {
  for (const [id, html] of Object.entries(findings)) {
    const list = document.getElementById(id);
    const isWrittenIn = list.querySelector(".dismiss-why:focus"); // why something is dismissed
    if (!isWrittenIn && list.innerHTML !== html) list.innerHTML = html; // a chip that has the focus keeps it
    const field = list.closest(".language-field").querySelector("[data-field]");
    field.toggleAttribute("aria-invalid", Boolean(list.querySelector(".block")));
  }
}

export function focusFirstProblem(editor, outcome) {
  if (outcome === "conflict") editor.form.querySelector(".conflict")?.focus();
  // Seen, and not focused: the same key pressed again is the answer.
  if (outcome === "doubt") editor.form.querySelector(".finding.fault")?.scrollIntoView({ block: "center" });
  if (outcome !== "refused") return;
  const found = editor.form.querySelector(".finding.block a");
  if (found) goTo(found);
  else editor.focusFirstEmpty();
}

// The words that a finding is about.
export function goTo(chip) {
  const field = document.getElementById(chip.hash.slice(1));
  const { quote = "" } = chip.dataset;
  const at = quote ? field.value.indexOf(quote) : -1;
  field.focus();
  if (at >= 0) field.setSelectionRange(at, at + quote.length);
}
