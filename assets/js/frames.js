// A video or a map of another site: its frame is made when the reader asks for it, never before.
export function showFramesOnRequest() {
  for (const button of document.querySelectorAll("[data-frame-show]"))
    button.addEventListener("click", () => {
      const box = button.closest("[data-frame]");
      const frame = document.createElement("iframe");
      frame.src = box.dataset.frame;
      frame.title = box.dataset.frameTitle;
      frame.allow = "fullscreen; picture-in-picture";
      frame.referrerPolicy = "strict-origin-when-cross-origin";
      frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-popups allow-presentation");
      box.replaceChildren(frame);
      box.classList.add("is-open");
      frame.focus();
    });
}
