// Rows to put in order, by two buttons each.
import { h } from "./dom.js";
import { words } from "./words.js";

export function rows(options, order, changed) {
  const byKey = new Map(options.map((one) => [one.key, one.words]));
  let keys = order && order.length === options.length ? [...order] : options.map((one) => one.key);
  const list = h("ol", { className: "order" });
  const move = (at, by) => {
    const [one] = keys.splice(at, 1);
    keys.splice(at + by, 0, one);
    draw();
    const button = list.children[at + by].querySelectorAll("button")[by < 0 ? 0 : 1];
    (button.disabled ? list.children[at + by].querySelector("button:not(:disabled)") : button).focus();
    changed(keys);
  };
  function draw() {
    list.replaceChildren(...keys.map((key, at) => {
      const name = byKey.get(key);
      const button = (sign, by, word) => h("button", {
        type: "button", ariaLabel: words(word, { name }), disabled: at + by < 0 || at + by >= keys.length,
        onclick: () => move(at, by),
      }, sign);
      return h("li", {}, h("span", {}, `${at + 1}. ${name}`), button("↑", -1, "up"), button("↓", 1, "down"));
    }));
  }
  draw();
  return { element: list, order: () => keys, set: (next) => { keys = [...next]; draw(); } };
}

// A question whose answer is an order.
export const ordered = (hint) => (face, given, changed) => {
  const list = rows(face.options, given?.chosen, (order) => changed({ chosen: [...order] }));
  if (!given) changed({ chosen: [...list.order()] }, true, false); // can be sent as it stands, but is not by itself
  return h("div", {}, h("p", { className: "small quiet" }, words(hint)), list.element);
};
