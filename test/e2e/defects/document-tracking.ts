import type { Defect } from "./defect.ts";
import { storeDesign, swap } from "./defect.ts";

/** Defects of the tracking block. */
export const trackingDefects: readonly Defect[] = [
  [
    "status first",
    (p) =>
      p.write(
        storeDesign,
        p.read(storeDesign).replace("status: implemented\n", "").replace("type:", "status: implemented\ntype:"),
      ),
    "document/tracking-order",
    storeDesign,
    "status:",
  ],
  [
    "approvals before status",
    swap(storeDesign, "status: implemented", "approvals: []\nstatus: implemented"),
    "document/tracking-order",
    storeDesign,
    "status:",
  ],
  [
    "a key after the approvals",
    swap(storeDesign, "status: implemented", "status: implemented\napprovals: []\ncoverage: 1"),
    "document/tracking-order",
    storeDesign,
    "status:",
  ],
  [
    "a comment in the tracking block",
    swap(storeDesign, "status: implemented\n", "status: implemented # done\n"),
    "document/frontmatter",
    storeDesign,
    "status:",
  ],
  [
    "a status that is none",
    swap(storeDesign, "status: implemented", "status: done"),
    "document/frontmatter",
    storeDesign,
    "status: done",
  ],
  [
    "a quoted status",
    swap(storeDesign, "status: implemented", 'status: "implemented"'),
    "document/frontmatter",
    storeDesign,
    "status:",
  ],
  ["no status", swap(storeDesign, "status: implemented\n", ""), "document/frontmatter", storeDesign, 5],
];
