// Copying and sending a page's address, where the browser can. Everything else on the page works without this.
for (const section of document.querySelectorAll("[data-share]")) {
  const address = section.dataset.share;
  const copy = section.querySelector("[data-copy]");
  const send = section.querySelector("[data-send]");
  const said = section.querySelector("[data-copied]");

  if (navigator.clipboard) {
    copy.hidden = false;
    section.querySelector("[data-permalink]").hidden = true;
    copy.addEventListener("click", async () => {
      said.textContent = "";
      try {
        await navigator.clipboard.writeText(address);
        said.textContent = said.dataset.copied;
      } catch {
        said.textContent = address; // refused: here it can be copied by hand
      }
    });
  }

  if (navigator.share) {
    send.hidden = false;
    send.addEventListener("click", () => {
      const title = document.querySelector("meta[property='og:title']").content;
      navigator.share({ title, url: address }).catch(() => {}); // the reader thought better of it
    });
  }
}
