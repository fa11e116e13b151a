// Rows in their right order.
import { ordered } from "../rows.js";

export const build = ordered("order_hint");
