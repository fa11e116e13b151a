// The line to the class: events down, answers up; it comes back by itself whatever happens to the network.
const SILENCE = 25_000; // ms without a sign of life, which comes every 10 s
const SHORTEST = 500;
const LONGEST = 10_000;
const SLOW = 8_000;

export const wait = (ms) => new Promise((done) => setTimeout(done, ms));
const backoff = (tries) => Math.min(LONGEST, SHORTEST * 2 ** tries) * (0.5 + Math.random() / 2);

export class Refused extends Error {
  constructor(status, why, text) {
    super(text);
    this.status = status;
    this.why = why;
  }
}

export class Link {
  constructor(code, token, told) {
    this.code = code;
    this.token = token;
    this.told = told; // {state, on, refused}
    this.tries = 0;
    this.heard = performance.now();
    this.clock = { server: Date.now(), here: performance.now() };
    setInterval(() => this.look(), 2000);
    for (const name of ["online", "pageshow"]) addEventListener(name, () => this.look(true));
    document.addEventListener("visibilitychange", () => document.hidden || this.look(true));
  }

  // The clock of the class, whatever this phone's own clock says.
  now() {
    return this.clock.server + performance.now() - this.clock.here;
  }

  setClock(server) {
    this.clock = { server, here: performance.now() };
  }

  async ask(path, body) {
    const options = { headers: { authorization: `Bearer ${this.token}` } };
    if (body) Object.assign(options, { method: "POST", body: JSON.stringify(body) });
    const stop = new AbortController(); // a line that hangs after a change of network would hang for minutes
    const slow = setTimeout(() => stop.abort(), SLOW);
    const answer = await fetch(`/api/${this.code}/${path}`, { ...options, signal: stop.signal }).finally(() => clearTimeout(slow));
    if (answer.ok) return answer;
    const said = await answer.json().catch(() => ({}));
    throw new Refused(answer.status, said.why, said.text);
  }

  async json(path, body) {
    return (await this.ask(path, body)).json();
  }

  // Ask until there is an answer; what the class refuses is not asked again.
  async insist(path, body, goesOn = () => true) {
    for (let tries = 0; ; tries += 1) {
      try {
        return await this.json(path, body);
      } catch (fault) {
        const refused = fault instanceof Refused && fault.status < 500 && fault.status !== 429;
        if (refused || !goesOn()) throw fault;
      }
      this.told.on(false);
      await wait(backoff(tries));
    }
  }

  async join(name) {
    return this.insist("join", name ? { token: this.token, name } : { token: this.token });
  }

  open() {
    this.close();
    this.heard = performance.now();
    const events = new EventSource(`/api/${this.code}/events?token=${encodeURIComponent(this.token)}`);
    this.events = events;
    const alive = () => {
      this.heard = performance.now();
      this.tries = 0;
      this.told.on(true);
    };
    events.addEventListener("state", (event) => {
      alive();
      const state = JSON.parse(event.data);
      this.setClock(state.now);
      this.told.state(state);
    });
    events.addEventListener("tick", (event) => {
      alive();
      this.setClock(Number(event.data));
    });
    events.addEventListener("error", () => {
      this.told.on(false);
      if (events.readyState === EventSource.CLOSED) this.again(); // a browser gives up for good on an error page
    });
  }

  close() {
    clearTimeout(this.due);
    this.due = null;
    if (this.events) this.events.close();
  }

  again() {
    if (this.due) return;
    this.due = setTimeout(async () => {
      this.due = null;
      this.tries += 1;
      try {
        await this.json("join", { token: this.token });
        this.open();
      } catch (fault) {
        if (fault instanceof Refused && fault.status === 404) {
          this.close(); // it was deleted, and to ask again and again would be taken for guessing
          this.events = null;
          this.told.refused(fault);
        } else this.again();
      }
    }, backoff(this.tries));
  }

  look(now = false) {
    if (!this.events) return;
    const silent = performance.now() - this.heard > SILENCE;
    if (silent || (now && this.events.readyState !== EventSource.OPEN)) {
      clearTimeout(this.due);
      this.due = null;
      this.open();
    }
  }
}
