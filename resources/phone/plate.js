// A diagram on a phone: the picture, the outlines over it, zoom by two fingers or by buttons.
import { h, s } from "./dom.js";
import { words } from "./words.js";

const SHARP = 1.6; // times larger, from where on the sharper picture is fetched
const MOST = 8;
const STILL = 10; // px a finger may wander and still have tapped

const dark = () => matchMedia("(prefers-color-scheme: dark)").matches;
const outlines = new Map();

async function outlinesOf(face) {
  const url = `/phone/outlines/${face.view}-${face.peel}.json`;
  if (!outlines.has(url)) {
    const asked = fetch(url).then((answer) => answer.json());
    asked.catch(() => outlines.delete(url));
    outlines.set(url, asked);
  }
  return outlines.get(url);
}

function loaded(url) {
  return new Promise((done, failed) => {
    const picture = new Image();
    picture.onload = () => done(url);
    picture.onerror = failed;
    picture.src = url;
  });
}

export class Plate {
  constructor(face, tapped = null) {
    this.face = face;
    this.tapped = tapped;
    this.box = [...face.box];
    this.fingers = new Map();
    const [x, y, width, height] = face.box;
    this.picture = s("image", { x, y, width, height });
    this.shapes = s("g");
    this.over = s("g");
    const turned = face.mirrored ? `translate(${2 * x + width} 0) scale(-1 1)` : "";
    this.art = s("g", { transform: turned }, this.picture, this.shapes);
    this.svg = s("svg", { viewBox: this.box.join(" "), role: "img", "aria-label": words("plate") }, this.art, this.over);
    this.smaller = h("button", { type: "button", ariaLabel: words("smaller"), onclick: () => this.zoom(1 / 1.6) }, "−");
    this.larger = h("button", { type: "button", ariaLabel: words("larger"), onclick: () => this.zoom(1.6) }, "+");
    this.waits = h("p", { className: "small quiet", role: "status" });
    this.element = h("div", { className: "plate" }, this.svg, this.waits, h("div", { className: "zoom" }, this.smaller, this.larger));
    this.listen();
    this.show();
    this.ready = new Promise((done) => { this.done = done; });
    this.load();
  }

  // Until the picture is there nothing can be tapped, for nobody would know what.
  async load() {
    this.isThere = false;
    this.waits.replaceChildren(words("loading"));
    try {
      const [picture, paths] = await Promise.all([loaded(this.url(900)), outlinesOf(this.face)]);
      this.picture.setAttribute("href", picture);
      this.shapes.replaceChildren(...paths.map((d) => s("path", { d, class: "outline", "fill-rule": "evenodd" })));
    } catch {
      this.waits.replaceChildren(words("no_picture"), h("button", { type: "button", onclick: () => this.load() }, words("try_again")));
      return;
    }
    this.isThere = true;
    this.waits.replaceChildren();
    this.done();
  }

  url(width) {
    return `/phone/picture/${this.face.view}-${this.face.peel}-${dark() ? "dark" : "light"}-${width}.webp`;
  }

  get scale() {
    return this.face.box[2] / this.box[2];
  }

  async light(numbers) {
    await this.ready;
    [...this.shapes.children].forEach((one, at) => one.classList.toggle("lit", numbers.includes(at)));
  }

  async pin(point) {
    await this.ready;
    this.point = point;
    this.drawOver();
    const hit = [...this.shapes.children].reverse().find((one) => point && this.holds(one, point));
    [...this.shapes.children].forEach((one) => one.classList.toggle("lit", one === hit));
  }

  holds(shape, [x, y]) {
    const at = this.svg.createSVGPoint();
    [at.x, at.y] = [x, y];
    return shape.getAttribute("d") !== "" && shape.isPointInFill(at);
  }

  mark(markers, chosen) {
    this.markers = markers;
    this.chosen = chosen;
    this.drawOver();
  }

  // Markers and the pin keep their size on the glass at every zoom.
  drawOver() {
    const unit = this.box[2] / (this.svg.clientWidth || 360);
    const across = ([x, y]) => (this.face.mirrored ? [2 * this.face.box[0] + this.face.box[2] - x, y] : [x, y]);
    const made = [];
    if (this.point) {
      const [cx, cy] = across(this.point);
      made.push(s("circle", { class: "pin", cx, cy, r: 7 * unit }));
    }
    for (const one of this.markers ?? []) {
      const [x, y] = across([one.x, one.y]);
      const text = s("text", { x, y, "font-size": 15 * unit });
      text.textContent = one.key;
      const ring = s("circle", { cx: x, cy: y, r: 14 * unit });
      if (one.key === this.chosen) ring.setAttribute("stroke-width", "5px");
      made.push(s("g", { class: "marker" }, ring, text));
    }
    this.over.replaceChildren(...made);
  }

  listen() {
    const { svg } = this;
    svg.addEventListener("pointerdown", (event) => {
      this.fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      this.moved = this.fingers.size > 1;
      this.start = { x: event.clientX, y: event.clientY };
    });
    svg.addEventListener("pointermove", (event) => this.move(event));
    for (const name of ["pointerup", "pointercancel", "pointerleave"]) {
      svg.addEventListener(name, (event) => {
        const was = this.fingers.delete(event.pointerId);
        if (name === "pointerup" && was && !this.moved && this.fingers.size === 0) this.tap(event);
      });
    }
    svg.addEventListener("wheel", (event) => {
      event.preventDefault();
      this.zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, this.place(event));
    }, { passive: false });
    addEventListener("resize", () => this.drawOver());
  }

  move(event) {
    const was = this.fingers.get(event.pointerId);
    if (!was) return;
    const others = [...this.fingers.entries()].filter(([id]) => id !== event.pointerId).map(([, one]) => one);
    const now = { x: event.clientX, y: event.clientY };
    if (Math.hypot(now.x - this.start.x, now.y - this.start.y) > STILL) this.moved = true;
    if (others.length) {
      const [other] = others;
      const before = Math.hypot(was.x - other.x, was.y - other.y);
      const after = Math.hypot(now.x - other.x, now.y - other.y);
      const middle = { clientX: (now.x + other.x) / 2, clientY: (now.y + other.y) / 2 };
      if (before > 0) this.zoom(after / before, this.place(middle));
    } else if (this.scale > 1.01 && this.moved) {
      const unit = this.unit();
      this.box[0] -= (now.x - was.x) * unit;
      this.box[1] -= (now.y - was.y) * unit;
      this.show();
    }
    this.fingers.set(event.pointerId, now);
  }

  unit() {
    const matrix = this.svg.getScreenCTM();
    return matrix ? 1 / matrix.a : 1;
  }

  place(event) {
    const at = this.svg.createSVGPoint();
    [at.x, at.y] = [event.clientX, event.clientY];
    const { x, y } = at.matrixTransform(this.svg.getScreenCTM().inverse());
    return [x, y];
  }

  tap(event) {
    if (!this.tapped || !this.isThere) return;
    const [x, y] = this.place(event);
    const inDrawing = this.face.mirrored ? 2 * this.face.box[0] + this.face.box[2] - x : x;
    const unit = this.unit();
    const near = (this.markers ?? []).find((one) => Math.hypot(one.x - inDrawing, one.y - y) < 18 * unit);
    this.tapped(near ? { marker: near.key } : { point: [inDrawing, y].map((one) => Math.round(one * 10) / 10) });
  }

  zoom(times, about = [this.box[0] + this.box[2] / 2, this.box[1] + this.box[3] / 2]) {
    const scale = Math.min(MOST, Math.max(1, this.scale * times));
    const by = this.scale / scale;
    this.box = [
      about[0] - (about[0] - this.box[0]) * by, about[1] - (about[1] - this.box[1]) * by,
      this.face.box[2] / scale, this.face.box[3] / scale,
    ];
    this.show();
  }

  show() {
    const [x, y, width, height] = this.face.box;
    this.box[0] = Math.min(Math.max(this.box[0], x), x + width - this.box[2]);
    this.box[1] = Math.min(Math.max(this.box[1], y), y + height - this.box[3]);
    this.svg.setAttribute("viewBox", this.box.join(" "));
    this.element.classList.toggle("zoomed", this.scale > 1.01);
    this.smaller.disabled = this.scale < 1.01;
    this.larger.disabled = this.scale > MOST - 0.01;
    if (this.scale > SHARP && !this.sharp) {
      this.sharp = new Image();
      this.sharp.onload = () => this.picture.setAttribute("href", this.sharp.src);
      this.sharp.src = this.url(2000);
    }
    this.drawOver();
  }
}
