// A passkey that was not read is told on the page; allauth's script would only write it to the console.
export function tellPasskeyErrors() {
  document.addEventListener("allauth.error", (event) => {
    const message = document.querySelector("[data-passkey-error]");
    if (!message) return;
    event.preventDefault();
    message.hidden = false;
  });
}
