/* The workbench by keyboard: j and k move between proposals, a approves, e edits, x rejects,
   u undoes and stays where one is. Each key presses a button that is there for everybody. */

const proposals = document.getElementById("proposals");

const items = () => [...proposals.querySelectorAll(".proposal")].filter((item) => item.offsetParent);
const current = () => document.activeElement?.closest(".proposal");

function move(by) {
  const all = items();
  const at = all.indexOf(current());
  const next = all[at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

function press(key) {
  const scope = key === "u" ? proposals : current();
  const target = scope?.querySelector(`[data-key="${key}"]`);
  if (key === "u" && target) target.elements.next.value = current()?.id.slice("item-".length) ?? "";
  if (target instanceof HTMLFormElement) target.requestSubmit();
  else target?.click();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select")) return;
  if (event.key === "j") move(1);
  else if (event.key === "k") move(-1);
  else if ("aexu".includes(event.key)) press(event.key);
  else return;
  event.preventDefault();
});
