/* The quiz by keyboard, letters that a keyboard lacks, and ordering by moves.
   Without this file every form still works. */

const FREE_KEYS = "input:not([type=radio]):not([type=checkbox]), textarea, select, button, a, summary";

function screen() {
  return document.querySelector("[data-quiz]");
}

/** 1–9 choose an option. Enter checks the answer, or goes on. */
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches(FREE_KEYS)) return;
  const option = screen()?.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (option) {
    option.checked = option.type === "checkbox" ? !option.checked : true;
    option.focus();
    event.preventDefault();
  } else if (event.key === "Enter") {
    const form = screen()?.querySelector(".quiz-form");
    const onward = screen()?.querySelector(".quiz-actions .button");
    if (form) form.requestSubmit();
    else onward?.click();
    event.preventDefault();
  }
});

/** Letters go where the caret was. */
let typed = null;

document.addEventListener("focusin", (event) => {
  if (event.target.matches(".typed")) typed = event.target;
});

document.addEventListener("click", (event) => {
  const key = event.target.closest("[data-insert]");
  if (!key) return;
  const field = typed?.isConnected ? typed : screen()?.querySelector(".typed");
  if (!field) return;
  field.setRangeText(key.dataset.insert, field.selectionStart, field.selectionEnd, "end");
  field.focus();
});

/** Ordering: buttons move an item; the hidden places follow. */
function numberPlaces(list) {
  [...list.children].forEach((item, index) => {
    item.querySelector(".order-place").value = String(index + 1);
    item.querySelector("[data-move=up]").disabled = index === 0;
    item.querySelector("[data-move=down]").disabled = index === list.children.length - 1;
  });
}

function moveButton(direction, text, item) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.dataset.move = direction;
  button.textContent = direction === "up" ? "↑" : "↓";
  button.setAttribute("aria-label", `${text} : ${item.querySelector("label").textContent}`);
  return button;
}

function makeMovable(list) {
  for (const item of list.children) {
    const moves = document.createElement("span");
    moves.className = "order-moves";
    moves.append(moveButton("up", list.dataset.up, item), moveButton("down", list.dataset.down, item));
    item.append(moves);
    item.querySelector(".order-place").hidden = true;
  }
  numberPlaces(list);
  list.addEventListener("click", (event) => {
    const button = event.target.closest("[data-move]");
    if (!button) return;
    const item = button.closest("li");
    if (button.dataset.move === "up") item.previousElementSibling?.before(item);
    else item.nextElementSibling?.after(item);
    numberPlaces(list);
    const other = item.querySelector("[data-move]:not(:disabled)");
    (button.disabled ? other : button).focus();
  });
}

function improve(root) {
  for (const keys of root.querySelectorAll("[data-accents]")) keys.hidden = false;
  for (const list of root.querySelectorAll("[data-ordering]:not([data-movable])")) {
    list.dataset.movable = "";
    makeMovable(list);
  }
}

/** The article beside the question turns to the evidence. */
function turnToEvidence() {
  const passage = document.getElementById("passage");
  const stroke = passage?.querySelector("mark");
  if (!stroke || !passage.checkVisibility()) return;
  const [frame, place] = [passage.getBoundingClientRect(), stroke.getBoundingClientRect()];
  if (place.top < frame.top || place.bottom > frame.bottom) {
    passage.scrollTop += place.top - frame.top - frame.height / 3;
  }
}

improve(document);
turnToEvidence();
document.body.addEventListener("htmx:afterSwap", () => improve(document));
document.body.addEventListener("htmx:afterSettle", turnToEvidence);

/** The sheet closes by Escape. */
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && location.hash === "#passage") location.hash = "#question";
});
