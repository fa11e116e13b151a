// Several right answers; the lead-in says how many.
import { cards } from "../cards.js";

export const build = (face, given, changed) =>
  cards(face.options, given?.chosen ?? [], "checkbox", (chosen) => changed(chosen.length ? { chosen } : null, chosen.length === face.count), face.count);
