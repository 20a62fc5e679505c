// Titles proposed while one types, in the browser's own list; the form works without.
const FEWEST_LETTERS = 3;
const PAUSE = 200;

export function suggestTitles() {
  for (const input of document.querySelectorAll("[data-suggest]")) {
    const list = document.createElement("datalist");
    list.id = `${input.id}-titles`;
    input.after(list);
    input.setAttribute("list", list.id);
    let pause;
    input.addEventListener("input", () => {
      clearTimeout(pause);
      pause = setTimeout(() => propose(input, list), PAUSE);
    });
  }
}

async function propose(input, list) {
  const typed = input.value.trim();
  if (typed.length < FEWEST_LETTERS) return list.replaceChildren();
  try {
    const answer = await fetch(`${input.dataset.suggest}?${new URLSearchParams({ q: typed })}`);
    // What came for words since changed is not shown.
    if (!answer.ok || typed !== input.value.trim()) return;
    list.replaceChildren(...(await answer.json()).map((title) => new Option(title)));
  } catch {
    // Without a connection there is nothing to propose; the search itself will say so.
  }
}
