// The page of a phone: one question at a time, as the class has it.
import { h, html } from "./dom.js";
import { Link, Refused, wait } from "./link.js";
import { Plate } from "./plate.js";
import { Store } from "./store.js";
import { load, words } from "./words.js";

const KINDS = ["choice", "multiple", "locate", "name", "matching", "order", "ranking", "flip", "staged"];
const CERTAINTIES = ["guess", "fairly", "certain"];
const SIGNS = { right: "✓ ", partly: "◐ ", wrong: "✗ ", none: "" };
const builders = {};

const plain = (typed) => typed.toUpperCase().replace(/[^A-Z0-9]/g, ""); // a code as it is shown has a space in it

const page = document.getElementById("page");
const notice = document.getElementById("notice");
const code = plain(decodeURI(location.pathname));

class Phone {
  constructor() {
    this.store = new Store(code);
    this.link = new Link(code, this.store.token, {
      state: (state) => this.onState(state),
      on: (isOn) => this.onLine(isOn),
      refused: (fault) => this.onRefused(fault),
    });
    this.mine = { name: "", marks: {}, points: 0 };
    this.sending = new Map();
    this.at = 0; // the question of a set at an own pace
    this.items = {}; // what was told of such a set
    addEventListener("storage", () => { this.store.read(); this.shown = ""; this.draw(); });
    setInterval(() => this.tick(), 250);
  }

  async begin() {
    say(words("joining"));
    await this.join();
  }

  async join(name) {
    try {
      Object.assign(this.mine, await this.link.join(name));
    } catch (fault) {
      if (fault.why === "no_name") await this.askName();
      else askCode(fault.message);
      return;
    }
    notice.textContent = "";
    this.link.open();
  }

  // A class with a roster: each chooses a name; one that is taken can be taken again, by who comes with another phone.
  async askName() {
    const { title: name, roster } = await this.link.insist("door");
    const list = h("div", { className: "list" });
    const pick = (one) => {
      if (one.taken && this.picked !== one.name) {
        this.picked = one.name;
        notice.textContent = words("taken", one);
        return;
      }
      this.join(one.name);
    };
    const show = () => {
      const wanted = search.value.trim().toLowerCase();
      const found = roster.filter((one) => one.name.toLowerCase().includes(wanted));
      list.replaceChildren(...found.map((one) => h("button", { type: "button", className: one.taken ? "name quiet" : "name", onclick: () => pick(one) },
        one.name, one.taken ? h("span", { className: "small quiet" }, ` · ${words("is_in")}`) : "")));
      if (!found.length) list.replaceChildren(h("p", {}, words("no_such_name")));
    };
    const search = h("input", { type: "text", autocomplete: "off", ariaLabel: words("search_name"), placeholder: words("search_name"), oninput: show });
    page.replaceChildren(title(words("your_name")), h("p", { className: "quiet" }, name), h("p", {}, search), list);
    show();
  }

  // A class that was deleted when it was over leaves what is on the page.
  onRefused(fault) {
    if (this.state?.phase === "ended") notice.textContent = "";
    else askCode(fault.message);
  }

  onLine(isOn) {
    notice.textContent = isOn || this.state?.phase === "ended" ? "" : words("offline");
    if (isOn && this.wasOff) this.resend();
    this.wasOff = !isOn;
  }

  onState(state) {
    const first = !this.state;
    if (state.phase === "reveal" && !first && this.state.phase !== "reveal") this.at = 0; // a set is told from its start
    this.state = state;
    this.draw();
    const told = state.phase === "reveal" || state.phase === "ended" ? [state.phase, state.item, state.excluded].join() : "";
    if (first || (told && told !== this.told)) this.fetchMine(first ? 0 : Math.random() * 1500);
    this.told = told;
    if (first) this.resend();
  }

  // Marks come to a thousand phones at once; each waits a moment of its own.
  async fetchMine(after) {
    await wait(after);
    try {
      do {
        this.mine = await this.link.insist("mine");
      } while (this.mine.version < this.state?.version && await wait(1000).then(() => true)); // a server may lag behind
    } catch {
      return;
    }
    let isNew = false;
    for (const one of this.mine.answers) {
      const here = this.store.answer(one.item, one.round);
      if (!here || here.number <= one.number || !this.isOpen(one.item, one.round)) {
        const kept = { given: one.given, certainty: one.certainty ?? null, number: one.number, received: one.number };
        isNew = isNew || !here || here.received !== one.number;
        this.store.keep(one.item, one.round, here && here.number === one.number ? { ...here, received: one.number } : kept);
      }
    }
    if (isNew) this.shown = ""; // or the keyboard would close under who types
    this.draw();
  }

  // -- What is shown

  get item() {
    return this.state.pace === "own" ? this.at : this.state.item;
  }

  async draw() {
    const { state } = this;
    if (!state) return;
    document.title = state.title || words("title");
    document.getElementById("name").textContent = [this.mine.name, this.mine.team].filter(Boolean).join(" · ");
    const shown = [state.phase, this.item, state.round, state.of, state.told ? 1 : 0].join();
    if (shown === this.shown && !["reveal", "ended"].includes(state.phase)) return;
    const isNew = shown !== this.shown;
    this.shown = shown;
    const place = state.item >= 0 && state.phase !== "ended" ? words("place", { number: state.item + 1, of: state.of }) : "";
    document.getElementById("place").textContent = place;
    const drawn = { lobby: this.lobby, reading: this.reading, vote: this.vote, closed: this.closed, discuss: this.discuss, reveal: this.reveal, ended: this.ended };
    await drawn[state.phase].call(this);
    if (isNew) (page.querySelector("h1") ?? page).focus({ preventScroll: true });
    if (isNew) scrollTo(0, 0);
  }

  lobby() {
    page.replaceChildren(title(this.state.title || words("title")), h("p", {}, words(this.state.pace === "own" ? "lobby_own" : "lobby")),
      this.mine.team ? h("p", {}, words("your_team", this.mine)) : "", h("p", { className: "quiet" }, words(this.mine.is_named ? "privacy_named" : "privacy")));
  }

  reading() {
    const { question } = this.state;
    page.replaceChildren(title(words("read")), question.stem ? html(question.stem) : h("p", {}, question.ask),
      h("p", { className: "small quiet" }, words("reading_hint")));
  }

  async vote() {
    if (this.state.pace === "own") {
      await this.paced();
      return;
    }
    await this.ask(this.state.question, this.state.item, this.state.round);
  }

  async ask(question, item, round) {
    const drawn = this.shown;
    const build = await builder(question.kind);
    if (drawn !== this.shown) return; // the class went on meanwhile
    const kept = this.store.answer(item, round) ?? { given: null, certainty: null, number: 0, received: 0 };
    const send = h("button", { type: "submit", className: "primary" }, words("send"));
    const status = h("p", { className: "small", role: "status" });
    const sure = this.certainty(kept, () => change(kept.given, kept.complete));
    const change = (given, complete = given !== null, touched = true) => {
      Object.assign(kept, { given, complete, touched, number: kept.number + 1 });
      this.store.keep(item, round, { ...kept });
      tell();
    };
    const tell = () => {
      const isThere = kept.received === kept.number && kept.number > 0;
      send.disabled = !kept.given || kept.complete === false || isThere;
      send.textContent = words(kept.received ? "send_again" : "send");
      sure.hidden = !kept.given || kept.complete === false;
      status.className = isThere ? "small received" : "small quiet";
      status.textContent = isThere ? words("received") : kept.received ? words("changed") : send.disabled ? words("not_yet") : "";
    };
    this.tell = () => { Object.assign(kept, this.store.answer(item, round)); tell(); };
    const form = h("form", { onsubmit: (event) => { event.preventDefault(); this.send(item, round); } },
      build(question, kept.given, change, (path, body) => this.link.insist(path, { item, ...body })), sure,
      h("div", { className: "foot" }, status, this.state.pace === "own" ? this.turning(send) : send));
    const again = round > 1 ? h("p", { className: "quiet" }, words("again")) : null;
    const parts = [title(question.ask), again, question.stem ? html(question.stem) : null, form];
    page.replaceChildren(...parts.filter(Boolean));
    tell();
  }

  certainty(kept, changed) {
    const group = CERTAINTIES.map((one) => h("label", {}, h("input", {
      type: "radio", name: "certainty", value: one, checked: kept.certainty === one,
      onchange: () => { kept.certainty = one; changed(); },
    }), h("span", {}, words(one))));
    return h("fieldset", {}, h("legend", {}, words("certainty")), h("div", { className: "seg" }, ...group));
  }

  async paced() {
    const { at } = this;
    try {
      const { question } = await this.link.insist(`item/${at}`);
      if (at !== this.at || this.state.phase !== "vote") return;
      await this.ask(question, at, 1);
    } catch (fault) {
      if (!(fault instanceof Refused)) throw fault;
      this.shown = ""; // a server that has not heard of it yet: the next word of the class draws anew
    }
  }

  // The two buttons that lead through a set at an own pace, and what is between them.
  turning(...between) {
    const { of } = this.state;
    const go = (by) => () => { this.at = Math.min(of - 1, Math.max(0, this.at + by)); this.draw(); };
    document.getElementById("place").textContent = words("place", { number: this.at + 1, of });
    return h("div", { className: "row" },
      h("button", { type: "button", disabled: this.at === 0, onclick: go(-1) }, words("before")), ...between,
      h("button", { type: "button", disabled: this.at === of - 1, onclick: go(1) }, words("after")));
  }

  closed() {
    if (this.state.pace === "own") {
      const count = this.store.all.filter(({ answer }) => answer.received).length;
      page.replaceChildren(title(words("closed")), h("p", {}, words("yours_of", { count, of: this.state.of })));
      return;
    }
    const kept = this.store.answer(this.state.item, this.state.round);
    page.replaceChildren(title(words("closed")), h("p", {}, words(!kept?.received ? "yours_not" : kept.received === kept.number ? "yours_in" : "yours_first")));
  }

  discuss() {
    const { question } = this.state;
    page.replaceChildren(title(words("discuss")), h("p", {}, words("discuss_hint")), question.stem ? html(question.stem) : "", h("p", {}, question.ask));
  }

  async reveal() {
    if (this.state.pace === "led") {
      const { question, told, item } = this.state;
      page.replaceChildren(...this.explanation(question, told, item));
      return;
    }
    const { at } = this;
    while (!this.items[at]?.told) { // a server may hear of it a moment later than the one that told this phone
      const found = await this.link.insist(`item/${at}`);
      if (found.told) this.items[at] = found;
      else await wait(500 + Math.random() * 1000);
      if (at !== this.at || this.state.phase !== "reveal") return;
    }
    page.replaceChildren(...this.explanation(this.items[at].question, this.items[at].told, at), h("div", { className: "foot" }, this.turning()));
  }

  explanation(question, told, item) {
    const mark = this.mine.marks?.[item];
    const outcome = mark === undefined ? "none" : mark >= 1 ? "right" : mark > 0 ? "partly" : "wrong";
    const kept = this.latest(item);
    const given = kept?.received === kept?.number ? kept?.given : null; // not what was changed and never sent
    const parts = [title(`${SIGNS[outcome]}${words(`outcome_${outcome}`)}`), h("p", { className: `verdict ${outcome}` }, question.ask)];
    if (!kept) parts.push(h("p", { className: "quiet" }, words("yours_not")));
    if (told.order) parts.push(h("ol", {}, ...told.order.map((one) => h("li", {}, one))));
    parts.push(...told.parts.map((one) => h("div", { className: "told" },
      one.part ? h("p", { className: "small quiet" }, one.part) : "", one.right ? h("strong", {}, one.right) : "", h("p", {}, one.why))));
    if (told.lit) parts.push(this.place(question, told.lit, given));
    const rank = (one) => (one.right ? 0 : given?.chosen?.includes(one.key) ? 1 : 2);
    const options = [...told.options].sort((one, other) => rank(one) - rank(other));
    parts.push(...options.map((one) => explained(one, !told.order && rank(one) < 2 && Boolean(given?.chosen?.includes(one.key)))));
    if (told.take_home) parts.push(h("h2", {}, words("take_home")), h("p", {}, told.take_home));
    return parts;
  }

  latest(item) {
    return [2, 1].map((round) => this.store.answer(item, round)).find((one) => one?.received) ?? null;
  }

  place(question, lit, given) {
    const plate = new Plate(question);
    const own = given?.point ?? null;
    (own ? plate.pin(own) : Promise.resolve()).then(() => plate.light(lit));
    return plate.element;
  }

  ended() {
    const parts = [title(words("ended"))];
    if (Object.keys(this.mine.marks ?? {}).length) {
      const of = Object.keys(this.mine.marks).length;
      parts.push(h("p", {}, words("points", { points: this.mine.points, of })));
    }
    if (this.mine.missed) {
      parts.push(h("p", {}, words("take_home_hint")), h("button", { type: "button", className: "primary", onclick: () => this.download() }, words("download")));
    }
    page.replaceChildren(...parts);
  }

  async download() {
    try {
      const file = await (await this.link.ask("take-home")).blob();
      h("a", { href: URL.createObjectURL(file), download: "my-misses.quizset" }).click();
      notice.textContent = words("downloaded");
    } catch (fault) {
      notice.textContent = fault instanceof Refused ? fault.message : words("offline");
    }
  }

  tick() {
    const clock = document.getElementById("clock");
    const { state } = this;
    if (!state || state.phase !== "vote" || !state.closes) {
      clock.textContent = "";
      return;
    }
    const left = Math.max(0, Math.ceil((state.closes - this.link.now()) / 1000));
    clock.textContent = words("left", { seconds: left });
    // What is ready but was not sent goes at the last moment; the class waits a little longer for it.
    if (left === 0 && this.late !== state.version) {
      this.late = state.version;
      this.resend(true);
    }
  }

  // -- What is sent

  async send(item, round) {
    const kept = this.store.answer(item, round);
    if (!kept?.given) return;
    kept.wanted = kept.number;
    this.store.keep(item, round, kept);
    const key = `${item}:${round}`;
    if (this.sending.has(key)) return;
    this.sending.set(key, true);
    try {
      for (let now = kept; now.wanted > now.received; now = this.store.answer(item, round)) {
        const body = { item, round, number: now.number, given: now.given, certainty: now.certainty };
        const got = await this.link.insist("answer", body, () => this.isOpen(item, round));
        this.store.keep(item, round, { ...this.store.answer(item, round), received: got.received });
      }
    } catch (fault) {
      if (fault instanceof Refused && fault.why !== "closed") notice.textContent = fault.message;
    } finally {
      this.sending.delete(key);
      if (this.state.phase === "vote" && this.tell && this.item === item) this.tell();
      else if (["closed", "discuss"].includes(this.state.phase)) {
        this.shown = "";
        this.draw();
      }
    }
  }

  isOpen(item, round) {
    return this.state.phase === "vote" && this.state.round === round && [item, -1].includes(this.state.item);
  }

  resend(alsoUnsent = false) {
    for (const { item, round, answer } of this.store.all) {
      const wanted = answer.wanted > answer.received || (alsoUnsent && answer.complete !== false && answer.touched !== false && answer.number > answer.received);
      if (answer.given && wanted && this.isOpen(item, round)) this.send(item, round);
    }
  }
}

function explained(one, isOwn) {
  const list = (name) => (one[name]?.length ? h("div", { className: "small" }, words(name), h("ul", {}, ...one[name].map((text) => h("li", {}, text)))) : null);
  const sign = one.right ? "✓ " : isOwn ? "✗ " : "";
  const own = isOwn ? h("span", { className: "small quiet" }, ` · ${words("yours")}`) : null;
  return h("div", { className: `told ${one.right ? "right" : isOwn ? "wrong" : ""}` },
    h("strong", {}, `${sign}${one.words}`), own, list("for"), list("against"), h("p", {}, one.why));
}

async function builder(kind) {
  builders[kind] ??= (await import(`./kinds/${kind}.js`)).build;
  return builders[kind];
}

function title(text) {
  return h("h1", { tabIndex: -1 }, text);
}

function say(text) {
  page.replaceChildren(h("p", {}, text));
}

function askCode(text = "") {
  const input = h("input", { type: "text", className: "code", maxLength: 8, autocomplete: "off", autocapitalize: "characters", ariaLabel: words("code") });
  const form = h("form", { onsubmit: (event) => { event.preventDefault(); location.href = `/${plain(input.value)}`; } },
    h("p", {}, input), h("button", { className: "primary", type: "submit" }, words("join")));
  page.replaceChildren(title(words("code")), h("p", {}, text), form);
  notice.textContent = "";
}

async function begin() {
  await load();
  const secret = location.hash.slice(1);
  if (code && secret) {
    const { remote } = await import("./remote.js");
    await remote(code, secret, page, notice);
    return;
  }
  if (code) new Phone().begin();
  else askCode();
  KINDS.forEach((kind) => builder(kind)); // there when the network is not
}

begin();
