import { describe } from "vitest";
import { metamorphicSuite } from "./support/metamorphic-suite.ts";
import { sourceRewrites } from "./support/metamorphosis.ts";

// Every round asks a compiler anew, and in each a file gets another rewrite; `CORPUS=full` goes on until all have had all.
const isFull = process.env.CORPUS === "full";
const rounds = (few: number): number => (isFull ? sourceRewrites.length : few);
const projects = [
  { name: "@tanstack/query-core", files: 100, rounds: rounds(5) },
  { name: "rxjs", files: 1000, rounds: rounds(4) },
  { name: "own", files: 1000, rounds: rounds(3) },
  { name: "effect", files: isFull ? 1000 : 40, rounds: rounds(2) },
];

// What is expected stands in the suite, which `npm test` runs on query-core too.
describe.each(projects)("$name", metamorphicSuite);
