// One finding turned over: a weight for each rival.
import { h } from "../dom.js";
import { words } from "../words.js";

const SHIFTS = ["-2", "-1", "0", "1", "2"];
const said = (shift) => (Number(shift) > 0 ? `+${shift}` : shift.replace("-", "−"));

export function build(face, given, changed) {
  const weights = new Map((given?.steps ?? []).filter(([, shift]) => shift));
  const told = () => {
    const steps = face.options.filter((one) => weights.has(one.key)).map((one) => [one.key, weights.get(one.key)]);
    changed({ steps }, steps.length === face.options.length);
  };
  const rival = (one, at) => h("fieldset", {}, h("legend", {}, one.words), h("div", { className: "seg" },
    ...SHIFTS.map((shift) => h("label", {}, h("input", {
      type: "radio", name: `rival${at}`, value: shift, checked: weights.get(one.key) === shift,
      ariaLabel: words(`shift${shift}`), onchange: () => { weights.set(one.key, shift); told(); },
    }), h("span", {}, said(shift))))));
  return h("div", {}, h("p", { className: "verdict" }, face.turned), h("p", { className: "small quiet" }, words("flip_hint")), ...face.options.map(rival));
}
