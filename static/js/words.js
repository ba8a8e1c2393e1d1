/* Any word of the text shows its meaning: by a tap, or by arrow keys and Enter. The text keeps its
   plain markup; one listener finds the word under the pointer. */

const text = document.querySelector("[data-words]");
const sheet = document.getElementById("meaning");
const WORD = /[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu;

/** The words of a block with their places, the block's text being one string. */
function wordsOf(block) {
  return [...block.textContent.matchAll(WORD)].map((match) => ({
    block,
    form: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** A DOM position for a place in the text of a block. */
function positionAt(block, place) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let passed = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (place <= passed + node.length) return [node, place - passed];
    passed += node.length;
  }
  return [block, block.childNodes.length];
}

function rangeOf(word) {
  const range = document.createRange();
  range.setStart(...positionAt(word.block, word.start));
  range.setEnd(...positionAt(word.block, word.end));
  return range;
}

/** The place in its block of the character under the pointer. */
function placeUnder(event) {
  const caret = document.caretPositionFromPoint?.(event.clientX, event.clientY);
  const old = caret ? null : document.caretRangeFromPoint?.(event.clientX, event.clientY);
  const node = caret?.offsetNode ?? old?.startContainer;
  const block = node?.parentElement?.closest("[data-start]");
  if (!block || !text.contains(block)) return null;
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(node, caret?.offset ?? old.startOffset);
  return { block, place: before.toString().length };
}

function show(word) {
  if (globalThis.Highlight && CSS.highlights) {
    CSS.highlights.set("chosen-word", new Highlight(rangeOf(word)));
    return;
  }
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(rangeOf(word));
}

/** The server counts code points; the browser counts UTF-16 units. */
function offsetInArticle(word) {
  const before = word.block.textContent.slice(0, word.start);
  return Number(word.block.dataset.start) + [...before].length;
}

function lookUp(word) {
  show(word);
  const query = new URLSearchParams({ form: word.form, at: offsetInArticle(word) });
  htmx.ajax("GET", `${text.dataset.words}?${query}`, { target: sheet, swap: "innerHTML" });
}

function close() {
  sheet.replaceChildren();
  CSS.highlights?.delete("chosen-word");
  text.focus({ preventScroll: true });
}

let chosen = null;

function step(by) {
  const words = [...text.querySelectorAll("[data-start]")].flatMap(wordsOf);
  const at = words.findIndex(
    (word) => chosen && word.block === chosen.block && word.start === chosen.start,
  );
  chosen = words[Math.min(Math.max(at + by, 0), words.length - 1)];
  show(chosen);
  rangeOf(chosen).startContainer.parentElement.scrollIntoView({ block: "nearest" });
}

if (text && sheet) {
  text.addEventListener("click", (event) => {
    if (!getSelection().isCollapsed) return;
    const under = placeUnder(event);
    if (!under) return;
    const word = wordsOf(under.block).find(
      ({ start, end }) => start <= under.place && under.place <= end,
    );
    if (!word) return;
    chosen = word;
    lookUp(word);
  });

  text.addEventListener("keydown", (event) => {
    if (event.target !== text) return;
    if (event.key === "ArrowRight") step(1);
    else if (event.key === "ArrowLeft") step(-1);
    else if (event.key === "Enter" && chosen) lookUp(chosen);
    else return;
    event.preventDefault();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && sheet.hasChildNodes()) close();
  });

  sheet.addEventListener("click", (event) => {
    if (event.target.closest("[data-close-sheet]")) close();
  });

  document.body.addEventListener("htmx:afterSwap", () => {
    const button = sheet.querySelector("[data-close-sheet]");
    if (button) button.hidden = false;
  });
}
