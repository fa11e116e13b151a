// A case in stages: after each the conditions are put in order anew, and what moved most is said.
import { h, html } from "../dom.js";
import { rows } from "../rows.js";
import { words } from "../words.js";

export function build(face, given, changed) {
  const done = [...(given?.steps ?? [])];
  const box = h("div");
  const last = face.stages.length;
  let list = null;
  let reason = null;

  const step = () => [reason.value, ...list.order()];
  const told = () => changed({ steps: [...done, step()] }, done.length === last - 1);

  function draw() {
    const at = done.length;
    const stages = face.stages.slice(0, at + 1).map((one, number) => h("section", { className: "told" },
      h("p", { className: "small quiet" }, words("stage", { number: number + 1, of: last })), html(one.text)));
    list = rows(face.options, done.length ? done[done.length - 1].slice(1) : null, told);
    reason = h("select", { onchange: told }, h("option", { value: "" }, words("no_reason")),
      ...face.stages[at].reasons.map((one) => h("option", { value: one.key }, one.words)));
    const next = h("button", { type: "button", onclick: () => { done.push(step()); draw(); told(); } }, words("go_on"));
    box.replaceChildren(...stages, h("p", { className: "small quiet" }, words("ranking_hint")), list.element,
      h("label", {}, h("span", { className: "small quiet" }, words("reason")), reason), at < last - 1 ? next : "");
  }

  // The last step of a half-made answer is still open.
  const open = done.length ? done.pop() : null;
  draw();
  if (open) {
    list.set(open.slice(1));
    reason.value = open[0];
  }
  return box;
}
