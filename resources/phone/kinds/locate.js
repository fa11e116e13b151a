// A place on the diagram: tapped, or chosen by its number.
import { cards } from "../cards.js";
import { h } from "../dom.js";
import { Plate } from "../plate.js";
import { words } from "../words.js";

export function build(face, given, changed) {
  let list = null;
  const numbered = face.markers.map((one) => ({ key: one.key, words: words("marker", { number: one.key }) }));
  const plate = new Plate(face, (tap) => (tap.marker ? choose(tap.marker) : point(tap.point)));
  const box = h("div");
  const isShown = () => list !== null;

  function point(at) {
    if (list) list.choose([]);
    plate.chosen = null;
    plate.pin(at);
    changed({ point: at });
  }

  function choose(key) {
    plate.pin(null);
    plate.mark(face.markers, key);
    if (list) list.choose([key]);
    changed({ chosen: [key] });
  }

  function toggle(shows) {
    list = shows ? cards(numbered, given?.chosen ?? [], "radio", ([key]) => choose(key)) : null;
    box.replaceChildren(...(list ? [list] : []));
    plate.mark(shows ? face.markers : [], given?.chosen?.[0]);
    button.textContent = words(shows ? "hide_markers" : "markers");
  }

  const button = h("button", { type: "button", onclick: () => toggle(!isShown()) });
  toggle(Boolean(given?.chosen?.length));
  if (given?.point) plate.pin(given.point);
  const hint = h("p", { className: "small quiet" }, words("tap"));
  return h("div", {}, plate.element, hint, face.markers.length ? button : null, box);
}
