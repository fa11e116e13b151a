// What has to outlive a reload: the token of this phone, and its answers, half-made ones too.
const bytes = () => Array.from(crypto.getRandomValues(new Uint8Array(24)), (one) => one.toString(16).padStart(2, "0"));

export class Store {
  constructor(code) {
    this.key = `class:${code}`;
    this.kept = { token: bytes().join(""), answers: {} };
    this.read();
    this.save();
  }

  read() {
    try {
      const found = JSON.parse(localStorage.getItem(this.key));
      if (found && found.token) this.kept = found;
    } catch {
      // Private browsing may keep nothing; the class still works until the page is closed.
    }
  }

  save() {
    try {
      localStorage.setItem(this.key, JSON.stringify(this.kept));
    } catch {
      // As above.
    }
  }

  get token() {
    return this.kept.token;
  }

  answer(item, round) {
    return this.kept.answers[`${item}:${round}`] ?? null;
  }

  keep(item, round, answer) {
    this.read();
    this.kept.answers[`${item}:${round}`] = answer;
    this.save();
  }

  get all() {
    return Object.entries(this.kept.answers).map(([key, answer]) => {
      const [item, round] = key.split(":").map(Number);
      return { item, round, answer };
    });
  }
}
