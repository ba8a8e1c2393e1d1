/* Every page: the browser's time zone, focus after a swap, errors of a swap as notices. */

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone) document.cookie = `timezone=${zone}; path=/; max-age=31536000; samesite=lax`;

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
  const changed = event.detail.target?.isConnected ? event.detail.target : document;
  (changed.querySelector("[data-focus]") ?? document.querySelector("[data-focus]"))?.focus();
});

document.body.addEventListener("htmx:sendError", () => {
  document.getElementById("offline").hidden = false;
});

document.body.addEventListener("htmx:beforeRequest", () => {
  document.getElementById("offline").hidden = true;
});
