/* Reviews by keyboard: space turns, 1–4 rate, U undoes. */

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches("input, textarea, select")) return;
  const pressed = event.key.toLowerCase();
  const control = {
    " ": "[data-turn]",
    1: "[data-rating='1']",
    2: "[data-rating='2']",
    3: "[data-rating='3']",
    4: "[data-rating='4']",
    u: "[data-undo] button",
  }[pressed];
  const button = control && document.querySelector(control);
  if (!button) return;
  event.preventDefault();
  button.click();
});
