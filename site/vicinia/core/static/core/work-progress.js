// Asks how far long work is and shows it, until it is settled. Without it the page is simply reloaded.
(() => {
  const region = document.querySelector("[data-progress-url]");
  if (!region) return;
  const ask = async () => {
    const answer = await fetch(region.dataset.progressUrl, { credentials: "same-origin" });
    if (!answer.ok) return;
    region.innerHTML = await answer.text();
    if (region.querySelector("[data-settled]")) window.location.reload();
    else setTimeout(ask, 2000);
  };
  setTimeout(ask, 2000);
})();
