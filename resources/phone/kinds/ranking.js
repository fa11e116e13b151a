// Conditions, the likeliest first.
import { h } from "../dom.js";
import { rows } from "../rows.js";
import { words } from "../words.js";

export function build(face, given, changed) {
  const list = rows(face.options, given?.chosen, (order) => changed({ chosen: [...order] }));
  if (!given) changed({ chosen: [...list.order()] }, true, false); // can be sent as it stands, but is not by itself
  return h("div", {}, h("p", { className: "small quiet" }, words("ranking_hint")), list.element);
}
