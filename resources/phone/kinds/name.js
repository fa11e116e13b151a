// The lit structure, by its name: chosen or typed.
import { cards } from "../cards.js";
import { h } from "../dom.js";
import { Plate } from "../plate.js";
import { words } from "../words.js";

export function build(face, given, changed) {
  const plate = new Plate(face);
  plate.light([face.lit]);
  if (!face.typed) {
    const list = cards(face.options, given?.chosen ?? [], "radio", (chosen) => changed(chosen.length ? { chosen } : null));
    return h("div", {}, plate.element, list);
  }
  const input = h("input", { type: "text", maxLength: 80, value: given?.typed ?? "", autocomplete: "off", autocapitalize: "off", spellcheck: false });
  input.addEventListener("input", () => changed(input.value.trim() ? { typed: input.value.trim() } : null));
  return h("div", {}, plate.element, h("label", {}, words("type"), input));
}
