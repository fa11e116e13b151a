// One option for each case.
import { h, html } from "../dom.js";
import { words } from "../words.js";

export function build(face, given, changed) {
  const boxes = face.stems.map((_, at) => {
    const select = h("select", {}, h("option", { value: "" }, words("choose")),
      ...face.options.map((one) => h("option", { value: one.key }, one.words)));
    select.value = given?.chosen?.[at] ?? "";
    return select;
  });
  const told = () => {
    const chosen = boxes.map((one) => one.value);
    changed({ chosen }, chosen.every(Boolean));
  };
  boxes.forEach((one) => one.addEventListener("change", told));
  return h("div", {}, ...face.stems.map((text, at) => {
    const label = h("label", {}, h("span", { className: "small quiet" }, words("case", { number: at + 1 })), boxes[at]);
    return h("section", {}, html(text), label);
  }));
}
