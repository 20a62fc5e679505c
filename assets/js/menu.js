// The phone menu opens by its address alone (CSS :target). With JavaScript it leaves no trace in the
// history, closes with Escape, keeps the focus inside while open and gives it back.
export function enhanceMenu() {
  const menu = document.getElementById("menu");
  const opener = document.querySelector("[data-menu-open]");
  const closer = document.querySelector("[data-menu-close]");
  if (!menu || !opener || !closer) return;

  const outside = () => {
    const path = new Set();
    for (let node = menu; node; node = node.parentElement) path.add(node);
    return [...path].flatMap((node) => [...(node.parentElement?.children ?? [])]).filter((node) => !path.has(node));
  };

  const set = (open) => {
    menu.classList.toggle("is-open", open);
    opener.setAttribute("aria-expanded", String(open));
    for (const node of outside()) if (node.parentElement !== document.documentElement) node.inert = open;
    (open ? closer : opener).focus();
  };

  opener.setAttribute("role", "button");
  opener.setAttribute("aria-controls", "menu");
  opener.setAttribute("aria-expanded", "false");
  closer.setAttribute("role", "button");
  for (const [control, open] of [[opener, true], [closer, false]]) {
    control.addEventListener("click", (event) => {
      event.preventDefault();
      set(open);
    });
    control.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      set(open);
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.classList.contains("is-open")) set(false);
  });
  // Turning the tablet shows the desktop's row: nothing may stay locked.
  matchMedia("(min-width: 62em)").addEventListener("change", () => {
    if (menu.classList.contains("is-open")) set(false);
  });
}
