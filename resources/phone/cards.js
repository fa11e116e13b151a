// Options as cards, one or several to choose.
import { h } from "./dom.js";
import { words } from "./words.js";

export function cards(options, chosen, type, changed, most = 99) {
  const boxes = options.map((one) => h("input", { type, name: "option", value: one.key, checked: chosen.includes(one.key) }));
  const now = () => boxes.filter((one) => one.checked).map((one) => one.value);
  const told = () => {
    const full = type === "checkbox" && now().length >= most;
    boxes.forEach((one) => { one.disabled = full && !one.checked; });
    shown.forEach((one, at) => one.classList.toggle("chosen", boxes[at].checked));
  };
  boxes.forEach((one) => one.addEventListener("change", () => { told(); changed(now()); }));
  const shown = options.map((one, at) => h("label", { className: "card" }, boxes[at], h("span", {}, one.words)));
  told();
  const made = h("fieldset", {}, h("legend", { className: "small quiet" }, words("options")), ...shown);
  made.choose = (keys) => { boxes.forEach((one) => { one.checked = keys.includes(one.value); }); told(); };
  return made;
}
