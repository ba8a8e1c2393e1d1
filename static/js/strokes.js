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

for (const kind of ["pointerover", "focusin"]) {
  document.addEventListener(kind, (event) => {
    const link = linkOf(event);
    if (link) light(link.dataset.lights);
  });
}

document.addEventListener("click", (event) => {
  const link = linkOf(event);
  if (!link) return;
  event.preventDefault();
  const [first] = light(link.dataset.lights);
  first?.scrollIntoView({ block: "center" });
});
