// The lecturer's own phone: the next step of the class, and how many have answered. It shows no key.
import { h } from "./dom.js";
import { Link, Refused, wait } from "./link.js";
import { words } from "./words.js";

const SETTLES = 700; // ms after a step
const READS = 4000;
const OVER = ["closed", "discuss", "reveal"];

function name(verb, view) {
  if (view.pace === "own" && ["vote", "close"].includes(verb)) return `do_${verb}_set`;
  if (verb === "next" && view.item + 1 >= view.of) return "do_end";
  return verb === "vote" && view.phase !== "reading" ? "do_again" : `do_${verb}`;
}

function count(view) {
  if (view.phase === "lobby") return words("in", { count: view.joined });
  if (view.pace === "own") return words("through", { count: view.done ?? 0, of: view.joined });
  return view.phase === "ended" ? "" : words("answered", { count: view.answered ?? 0, of: view.joined });
}

export async function remote(code, secret, page, notice) {
  const link = new Link(code, secret, { on: (isOn) => { notice.textContent = isOn ? "" : words("offline"); } });
  let shown = "";
  let version = 0;
  let quiet = 0; // until when nothing is asked for: a second tap would be the next step
  let read = 0; // until when what was said stands

  function settle() {
    page.querySelectorAll("button").forEach((one) => { one.disabled = performance.now() < quiet; });
  }

  async function press(body) {
    quiet = performance.now() + SETTLES;
    settle();
    setTimeout(settle, SETTLES + 20);
    try {
      draw(await link.json("host", body));
    } catch (fault) {
      shown = ""; // or a switch would show what is not so
      read = performance.now() + READS;
      notice.textContent = fault instanceof Refused ? fault.message : words("offline");
    }
  }

  function button(verb, view, isFirst) {
    return h("p", {}, h("button", { type: "button", className: isFirst ? "primary" : "wide", onclick: () => press({ do: verb, seen: view.version }) }, words(name(verb, view))));
  }

  function draw(view) {
    if (view.version < version) return; // it was asked for before the last step
    version = view.version;
    const counted = count(view);
    const now = JSON.stringify([view.version, counted]);
    if (now === shown) return;
    shown = now;
    const steps = view.steps.filter((verb) => verb !== "extend");
    const place = view.item >= 0 ? words("place", { number: view.item + 1, of: view.of }) : view.title;
    document.getElementById("place").textContent = place;
    const toggle = OVER.includes(view.phase) && view.pace === "led"
      ? h("label", { className: "card" }, h("input", { type: "checkbox", checked: view.shown, onchange: (event) => press({ do: "show", on: event.target.checked }) }), h("span", {}, words("do_show")))
      : null;
    page.replaceChildren(...[h("h1", {}, view.question?.ask || view.title), h("p", {}, counted), toggle, ...steps.map((verb, at) => button(verb, view, at === 0))].filter(Boolean));
    settle();
  }

  for (;;) {
    try {
      draw(await link.json("host/state"));
      if (performance.now() > read) notice.textContent = "";
    } catch (fault) {
      notice.textContent = fault instanceof Refused ? fault.message : words("offline");
      if (fault instanceof Refused && fault.status < 500 && fault.status !== 429) return;
    }
    await wait(1000);
  }
}
