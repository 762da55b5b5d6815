import { describe } from "vitest";
import type { Published } from "../support/published.ts";
import { packageSuite } from "./support/package-suite.ts";

const react = ["react@19", "@types/react@19", "react-redux@9", "@types/node@20"];

const packages: readonly Published[] = [
  { name: "@tanstack/query-core", version: "5.108.0" },
  { name: "rxjs", version: "7.8.2" },
  { name: "redux", version: "5.0.1" },
  { name: "reselect", version: "5.3.0" },
  { name: "immer", version: "11.2.10" },
  { name: "abitype", version: "1.3.0", with: ["zod@4"] },
  { name: "@reduxjs/toolkit", version: "2.14.0", with: react, options: { jsx: "react-jsx" } },
  { name: "mobx", version: "7.1.3" },
  { name: "zod", version: "4.6.7" },
  { name: "effect", version: "4.1.0", with: ["@types/node@20"] },
];

// What is expected stands in the suite.
describe.each(packages)("$name", packageSuite);
