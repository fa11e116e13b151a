let all = {};

export async function load() {
  all = await (await fetch("/phone/words.json")).json();
}

export function words(key, values = {}) {
  return (all[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}
