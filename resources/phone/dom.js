// Builds elements; text is only ever set as text, so nothing that was typed can become markup.
export function h(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === "ariaLabel") made.setAttribute("aria-label", value); // older browsers have no such property
    else if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (name in made && name !== "list" && name !== "form") made[name] = value;
    else made.setAttribute(name, value);
  }
  made.append(...children.filter((one) => one !== null && one !== undefined));
  return made;
}

export function s(tag, attributes = {}, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

// What the server made from light Markdown; it escapes what an author wrote, and the page's policy runs no script.
export function html(text, className = "stem") {
  const made = h("div", { className });
  const read = new DOMParser().parseFromString(text, "text/html");
  made.append(...read.body.childNodes);
  return made;
}
