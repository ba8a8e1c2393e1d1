/* A fact that is hovered, focused or chosen lights its evidence in the text. */

const text = document.getElementById("text");

function light(id) {
  for (const piece of text.querySelectorAll(".lit")) piece.classList.remove("lit");
  if (!id) return [];
  const pieces = [...text.querySelectorAll("[data-marks]")].filter((piece) =>
    piece.dataset.marks.split(" ").includes(id),
  );
  for (const piece of pieces) piece.classList.add("lit");
  return pieces;
}

function linkOf(event) {
  return event.target.closest("[data-lights]");
}

/** Turns a column that scrolls by itself; the page stays where it is. */
function turn(piece) {
  const column = text.closest("[data-turns]");
  if (!column || !piece || column.scrollHeight <= column.clientHeight) return false;
  const [frame, place] = [column.getBoundingClientRect(), piece.getBoundingClientRect()];
  if (place.top < frame.top || place.bottom > frame.bottom) {
    column.scrollTop += place.top - frame.top - frame.height / 3;
  }
  return true;
}

for (const kind of ["pointerover", "focusin"]) {
  document.addEventListener(kind, (event) => {
    const link = linkOf(event);
    if (link) turn(light(link.dataset.lights)[0]);
  });
}

document.addEventListener("click", (event) => {
  const link = linkOf(event);
  const control = event.target.closest("a, button, input, label, summary");
  if (!link || (control && control !== link)) return;
  event.preventDefault();
  const [first] = light(link.dataset.lights);
  if (!turn(first)) first?.scrollIntoView({ block: "center" });
});
