// Conditions, the likeliest first.
import { ordered } from "../rows.js";

export const build = ordered("ranking_hint");
