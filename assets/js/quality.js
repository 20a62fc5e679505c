// The report of a page's quality follows what is being written: sent as it is, nothing is saved.
const PAUSE_MS = 1500;

export function watchQuality() {
  const place = document.querySelector("[data-quality]");
  const form = document.querySelector("[data-edit-form]");
  if (!place || !form) return;

  let wait = null;
  let last = "";
  let asking = null;

  async function look() {
    // Looked at only while it can be seen: rendering a page is work for the server.
    if (!place.checkVisibility()) return;
    const data = new FormData(form);
    // Files go with the page, not with each look at it.
    for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
    const written = new URLSearchParams(data).toString();
    if (written === last) return;
    asking?.abort();
    asking = new AbortController();
    place.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(place.dataset.quality, {
        method: "POST",
        body: new URLSearchParams(written),
        signal: asking.signal,
      });
      if (!answer.ok) throw new Error(answer.statusText);
      place.innerHTML = await answer.text();
      last = written;
    } catch (error) {
      if (error.name === "AbortError") return;
      place.textContent = place.dataset.failed;
    }
    place.removeAttribute("aria-busy");
  }

  const soon = () => {
    clearTimeout(wait);
    wait = setTimeout(look, PAUSE_MS);
  };
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  new IntersectionObserver(look).observe(place);
}
