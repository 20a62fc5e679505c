// Takes the reader elsewhere and leaves no page of ours to go back to.
const TIMES = 3;
const WITHIN_MS = 2000;

export function offerQuickExit() {
  const link = document.querySelector("[data-quick-exit]");
  if (!link) return;
  const leave = (event) => {
    event.preventDefault();
    // The other site may be slow: nothing is left to read meanwhile.
    document.body.replaceChildren();
    document.title = "…";
    location.replace(link.href);
  };
  link.addEventListener("click", leave);

  let pressed = [];
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    pressed = [...pressed.filter((at) => event.timeStamp - at < WITHIN_MS), event.timeStamp];
    if (pressed.length === TIMES) leave(event);
  });
}
