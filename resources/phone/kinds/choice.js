// One best answer.
import { cards } from "../cards.js";

export const build = (face, given, changed) =>
  cards(face.options, given?.chosen ?? [], "radio", (chosen) => changed(chosen.length ? { chosen } : null));
