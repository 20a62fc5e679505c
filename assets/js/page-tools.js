// Print and copy: they need JavaScript, so they show only with it.
export function showPageTools() {
  for (const node of document.querySelectorAll("[data-needs-js]")) node.hidden = false;
  for (const button of document.querySelectorAll("[data-print]"))
    button.addEventListener("click", () => window.print());
  for (const button of document.querySelectorAll("[data-copy]"))
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.querySelector("[role=status]").textContent = button.dataset.copied;
    });
}
