// The glossary's names as buttons: pressed, the form of the language that is being written goes in at the caret.

export function offerNames(form, editor) {
  for (const item of form.querySelectorAll(".desk-names li")) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...item.childNodes);
    item.append(button);
    button.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
    button.addEventListener("click", () => {
      const name = item.dataset[form.dataset.in === "en" ? "en" : "zh"];
      if (name) editor.insert(name);
    });
  }
  const fit = () => {
    const language = form.dataset.in === "en" ? "en" : "zh";
    for (const item of form.querySelectorAll(".desk-names li")) {
      item.firstElementChild.disabled = !item.dataset[language];
    }
  };
  form.addEventListener("focusin", fit);
  fit();
}
