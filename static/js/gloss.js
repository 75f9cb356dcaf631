// The cards of the topics that a body links to: on hover, on focus, on a long press. A click goes to the topic.
const HOVER = 350; // ms that a pointer rests before a card opens, and that it may be away before it closes
const PRESS = 500;

const cardOf = (link) => document.getElementById(`t${link.pathname.match(/\/tags\/(\d+)\//)?.[1]}`);

for (const link of document.querySelectorAll("[data-body] a[rel=tag]")) {
  const card = cardOf(link);
  if (!card?.showPopover) continue;
  let waiting = 0;
  let isPressed = false;

  const open = () => {
    if (card.matches(":popover-open")) return;
    card.showPopover();
    const line = link.getClientRects()[0];
    const below = line.bottom + 8;
    const fits = below + card.offsetHeight < innerHeight;
    card.style.insetBlockStart = `${fits ? below : line.top - card.offsetHeight - 8}px`;
    card.style.insetInlineStart = `${Math.max(12, Math.min(line.left, document.documentElement.clientWidth - card.offsetWidth - 12))}px`;
  };
  const close = () => card.matches(":popover-open") && card.hidePopover();
  const soon = (act, after) => {
    clearTimeout(waiting);
    waiting = setTimeout(act, after);
  };

  link.setAttribute("aria-details", card.id);
  for (const place of [link, card]) {
    place.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && soon(open, HOVER));
    place.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && soon(close, HOVER));
  }
  link.addEventListener("focus", () => link.matches(":focus-visible") && open());
  link.addEventListener("blur", (event) => card.contains(event.relatedTarget) || soon(close, HOVER));
  link.addEventListener("pointerdown", (event) => {
    isPressed = false;
    if (event.pointerType !== "mouse") soon(() => { isPressed = true; open(); }, PRESS);
  });
  for (const end of ["pointerup", "pointercancel"]) {
    link.addEventListener(end, (event) => event.pointerType !== "mouse" && clearTimeout(waiting));
  }
  link.addEventListener("contextmenu", (event) => isPressed && event.preventDefault());
  link.addEventListener("click", (event) => isPressed && event.preventDefault());
  addEventListener("scroll", close, { passive: true });
}
