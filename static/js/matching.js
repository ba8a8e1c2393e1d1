/* Matching by taps: one on the left, one on the right makes a pair; a tap on a pair undoes it. The
   native selects stay in the form, hidden, and hold the answer. */

function optionsOf(field) {
  return [...field.querySelector("select").options].slice(1).map((option) => option.text);
}

function tapButton(side, text) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "tap";
  button.dataset.tap = side;
  button.lang = "fr";
  button.setAttribute("aria-pressed", "false");
  const label = document.createElement("span");
  label.textContent = text;
  button.append(label);
  return button;
}

function column(buttons) {
  const list = document.createElement("div");
  list.className = "taps-side";
  list.append(...buttons);
  return list;
}

class Board {
  #pending = null;

  constructor(field) {
    this.field = field;
    this.pairs = [...field.querySelectorAll(".pair")].map((pair) => ({
      select: pair.querySelector("select"),
      button: tapButton("left", pair.querySelector("label").textContent),
    }));
    this.rights = optionsOf(field).map((text) => tapButton("right", text));
    this.element = document.createElement("div");
    this.element.className = "taps";
    const lefts = this.pairs.map((pair) => pair.button);
    this.element.append(column(lefts), column(this.rights));
    this.element.addEventListener("click", (event) => {
      const button = event.target.closest("[data-tap]");
      if (button) this.tap(button);
    });
    for (const { select } of this.pairs) select.required = false;
    for (const pair of field.querySelectorAll(".pair")) pair.hidden = true;
    field.append(this.element);
    this.show();
  }

  tap(button) {
    const other = this.#pending;
    if (other && other.dataset.tap !== button.dataset.tap) {
      const left = button.dataset.tap === "left" ? button : other;
      this.#choose(left, this.rights.indexOf(left === button ? other : button) + 1);
      this.#pending = null;
    } else {
      if (button.dataset.tap === "left") this.#choose(button, 0);
      this.#pending = other === button ? null : button;
    }
    this.show();
  }

  #choose(left, index) {
    this.pairs.find((pair) => pair.button === left).select.selectedIndex = index;
  }

  show() {
    const used = new Set(this.pairs.map(({ select }) => select.selectedIndex));
    for (const { select, button } of this.pairs) {
      button.querySelector(".tap-right")?.remove();
      button.setAttribute("aria-pressed", String(button === this.#pending));
      if (!select.selectedIndex) continue;
      const right = document.createElement("span");
      right.className = "tap-right";
      right.textContent = select.value;
      button.append(right);
    }
    this.rights.forEach((button, index) => {
      button.setAttribute("aria-pressed", String(button === this.#pending));
      button.classList.toggle("tap-used", used.has(index + 1));
    });
  }
}

function improve() {
  for (const field of document.querySelectorAll("[data-matching]:not([data-taps])")) {
    field.dataset.taps = "";
    field.querySelector("[data-how]").hidden = false;
    new Board(field);
  }
}

improve();
document.body.addEventListener("htmx:afterSwap", improve);
