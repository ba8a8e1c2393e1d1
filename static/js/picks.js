/* Ordering the questions of a quiz: buttons move a line, places are numbered anew. */

const list = document.querySelector("[data-picks]");

function number() {
  const picked = [...list.children].filter((item) => item.querySelector("[name=pick]").checked);
  for (const item of list.children) {
    item.querySelector("[type=number]").value = picked.indexOf(item) + 1 || "";
  }
}

if (list) {
  for (const moves of list.querySelectorAll(".pick-moves")) moves.hidden = false;
  list.addEventListener("click", (event) => {
    const button = event.target.closest("[data-move]");
    if (!button) return;
    const item = button.closest(".pick");
    if (button.dataset.move === "-1") item.previousElementSibling?.before(item);
    else item.nextElementSibling?.after(item);
    number();
    button.focus();
  });
  list.addEventListener("change", (event) => {
    if (event.target.name === "pick") number();
  });
}
