// A case in stages: after each the conditions are put in order anew, and what moved most is said. A stage comes from the
// class when it is reached, so that nobody reads ahead.
import { h, html } from "../dom.js";
import { rows } from "../rows.js";
import { words } from "../words.js";

export function build(face, given, changed, ask) {
  const { last } = face;
  const begun = given?.steps ?? [];
  const open = begun[begun.length - 1]; // the last step of a half-made answer is still open
  const box = h("div");
  let { stages } = face;
  let done = [];
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
    const next = h("button", { type: "button", onclick: () => { next.disabled = true; go([...done, step()], told); } }, words("go_on"));
    box.replaceChildren(...before, h("p", { className: "small quiet" }, words("ranking_hint")), list.element,
      h("label", {}, h("span", { className: "small quiet" }, words("reason")), reason), at < last - 1 ? next : "");
  }

  // A step is done when the next stage is here: before, it could be sent as if that had been read.
  async function go(steps, then) {
    try {
      if (stages.length <= steps.length) ({ stages } = await ask("stages", { steps }));
    } catch {
      return; // the vote is closed, and the page goes on with the class
    }
    done = steps;
    draw();
    then();
  }

  go(begun.slice(0, -1), () => {
    if (!open) return;
    list.set(open.slice(1));
    reason.value = open[0];
  });
  return box;
}
