import { describe, expect, it } from "vitest";
import { isOwnJsx } from "../../src/interface/own-jsx.ts";
import { typeOf } from "../support/interface/forms.ts";

const ofReact = 'import("react").JSX.Element';

function isOwn(declared: string, actual: string): boolean {
  return isOwnJsx(typeOf(declared), typeOf(actual));
}

describe("isOwnJsx", () => {
  it("own: the global `JSX` of the design and that of one package are one", () => {
    expect(isOwn("JSX.Element", ofReact)).toBe(true);
    expect(isOwn("() => JSX.Element[]", `() => ${ofReact}[]`)).toBe(true);
    expect(isOwn("JSX.Element", 'import("react").default.JSX.Element')).toBe(true);
    expect(isOwn("JSX.Element", "JSX.Element")).toBe(false);
  });

  it("sorted: alternatives are compared in whatever order", () => {
    expect(isOwn("Zebra | JSX.Element | null", `null | ${ofReact} | Zebra`)).toBe(true);
  });

  it("else-different: what differs otherwise too is not the same", () => {
    expect(isOwn("JSX.Element", `${ofReact} | null`)).toBe(false);
    expect(isOwn("JSX.Element", 'import("react").JSX.ElementClass')).toBe(false);
    expect(isOwn("Element", 'import("react").Element')).toBe(false);
    expect(isOwn("JSX.IntrinsicElements<1>", 'import("react").JSX.IntrinsicElements<2>')).toBe(false);
  });

  it("two-packages: where the source uses two of them, nobody knows which is meant", () => {
    expect(isOwn("[JSX.Element, JSX.Element]", `[${ofReact}, import("preact").JSX.Element]`)).toBe(false);
  });
});
