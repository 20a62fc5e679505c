// Print, copy and share: they need JavaScript, so they show only with it.
export function showPageTools() {
  for (const node of document.querySelectorAll("[data-needs-js]")) node.hidden = false;
  for (const button of document.querySelectorAll("[data-print]"))
    button.addEventListener("click", () => window.print());
  for (const button of document.querySelectorAll("[data-copy]"))
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.querySelector("[role=status]").textContent = button.dataset.copied;
    });
  // The device's own list of apps: nobody else learns what is shared.
  for (const button of document.querySelectorAll("[data-share]")) {
    button.closest("[data-needs-share]").hidden = !navigator.share;
    button.addEventListener("click", () =>
      navigator.share({ title: button.dataset.title, url: button.dataset.share }).catch(() => {}),
    );
  }
}
