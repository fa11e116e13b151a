// A case in stages: after each the conditions are put in order anew, and what moved most is said. A stage comes from the
// class when it is reached, so that nobody reads ahead.
import { h, html } from "../dom.js";
import { rows } from "../rows.js";
import { words } from "../words.js";

export function build(face, given, changed, ask) {
  const { last } = face;
  const done = [...(given?.steps ?? [])];
  const open = done.pop(); // the last step of a half-made answer is still open
  const box = h("div");
  let { stages } = face;
  let list = null;
  let reason = null;

  const step = () => [reason.value, ...list.order()];
  const told = () => changed({ steps: [...done, step()] }, done.length === last - 1);

  function draw() {
    const at = done.length;
    const before = stages.slice(0, at + 1).map((one, number) => h("section", { className: "told" },
      h("p", { className: "small quiet" }, words("stage", { number: number + 1, of: last })), html(one.text)));
    list = rows(face.options, at ? done[at - 1].slice(1) : null, told);
    reason = h("select", { onchange: told }, h("option", { value: "" }, words("no_reason")),
      ...stages[at].reasons.map((one) => h("option", { value: one.key }, one.words)));
    const next = h("button", { type: "button", onclick: () => { next.disabled = true; done.push(step()); go(told); } }, words("go_on"));
    box.replaceChildren(...before, h("p", { className: "small quiet" }, words("ranking_hint")), list.element,
      h("label", {}, h("span", { className: "small quiet" }, words("reason")), reason), at < last - 1 ? next : "");
  }

  async function go(then = () => {}) {
    try {
      if (stages.length <= done.length) ({ stages } = await ask("stages", { steps: done }));
    } catch {
      return; // the vote is closed, and the page goes on with the class
    }
    draw();
    then();
  }

  go(() => {
    if (!open) return;
    list.set(open.slice(1));
    reason.value = open[0];
  });
  return box;
}
