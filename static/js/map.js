/* A country is chosen on the map or in the list: each follows the other. */

const listOf = (map) => document.getElementById(map.dataset.countryMap);

function show(map) {
  const chosen = listOf(map).value;
  for (const shape of map.querySelectorAll("[data-country]")) {
    shape.classList.toggle("chosen", shape.dataset.country === chosen);
  }
}

document.addEventListener("click", (event) => {
  const shape = event.target.closest("[data-country-map] [data-country]");
  if (!shape) return;
  const map = shape.closest("[data-country-map]");
  listOf(map).value = shape.dataset.country;
  show(map);
});

document.addEventListener("change", (event) => {
  const map = document.querySelector(`[data-country-map="${CSS.escape(event.target.id)}"]`);
  if (map) show(map);
});
