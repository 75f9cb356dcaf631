// A publisher's picture that does not come leaves what is said of it, and no hole in the text.

const pictures = document.querySelectorAll("[data-body] figure img");

function takeOut(picture) {
  const figure = picture.closest("figure");
  if (picture.alt && !figure.querySelector("figcaption")) {
    figure.append(Object.assign(document.createElement("figcaption"), { textContent: picture.alt }));
  }
  picture.remove();
  if (!figure.querySelector("img, figcaption")) figure.remove();
}

for (const picture of pictures) {
  if (picture.complete && !picture.naturalWidth) takeOut(picture);
  else picture.addEventListener("error", () => takeOut(picture), { once: true });
}
