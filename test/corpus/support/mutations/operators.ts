import { classOperators } from "./classes.ts";
import { exportOperators } from "./exports.ts";
import { genericOperators } from "./generics.ts";
import { memberOperators } from "./members.ts";
import { signatureOperators } from "./signatures.ts";

/** The operators of all rows, in their order. */
export const operators = [
  ...exportOperators,
  ...memberOperators,
  ...signatureOperators,
  ...genericOperators,
  ...classOperators,
].sort((a, b) => a.row - b.row);
