/* Every page: focus after a swap, and errors of a swap shown where notices stand. */

document.body.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr } = event.detail;
  if (xhr.status < 400) return;
  event.detail.shouldSwap = true;
  event.detail.isError = false;
  event.detail.target = document.getElementById("flashes");
  event.detail.selectOverride = "#problem";
  event.detail.swapOverride = "innerHTML";
});

document.body.addEventListener("htmx:afterSettle", (event) => {
  const target = event.detail.target.isConnected ? event.detail.target : document;
  (target.querySelector("[data-focus]") ?? document.querySelector("[data-focus]"))?.focus();
});

document.body.addEventListener("htmx:sendError", () => {
  const offline = document.getElementById("offline");
  if (offline) offline.hidden = false;
});
