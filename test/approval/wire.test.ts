import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leadingString, positiveInteger, type WireKind, wireFields, wireString } from "../../src/approval/wire.ts";

const bytes = fc.uint8Array({ maxLength: 40 }).map((array) => Buffer.from(array));

describe("wireFields", () => {
  it("reads what was written, and nothing that is longer or shorter", () => {
    fc.assert(
      fc.property(fc.array(bytes, { maxLength: 5 }), bytes, (fields, tail) => {
        const message = Buffer.concat(fields.map(wireString));
        const kinds = fields.map((): WireKind => "string");
        expect(wireFields(message, kinds)).toEqual(fields);
        if (tail.length > 0) expect(wireFields(Buffer.concat([message, tail]), kinds)).toBeNull();
        if (message.length > 0) expect(wireFields(message.subarray(0, -1), kinds)).toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it("length-past-the-end: a length that leads past the end is refused", () => {
    expect(wireFields(Buffer.from([0xff, 0xff, 0xff, 0xff, 1]), ["string"])).toBeNull();
    expect(wireFields(Buffer.from([0, 0, 0]), ["string"])).toBeNull();
    expect(wireFields(Buffer.from([0, 0, 0]), ["uint32"])).toBeNull();
    expect(wireFields(Buffer.alloc(0), ["byte"])).toBeNull();
  });

  it("reads bytes and numbers as they stand", () => {
    expect(wireFields(Buffer.from([5, 0, 0, 0, 7]), ["byte", "uint32"])).toEqual([
      Buffer.from([5]),
      Buffer.from([0, 0, 0, 7]),
    ]);
  });
});

describe("leadingString", () => {
  it("no-leading-string: without a whole string in front there is none", () => {
    expect(leadingString(Buffer.concat([wireString("ssh-rsa"), Buffer.from("rest")]))).toBe("ssh-rsa");
    expect(leadingString(Buffer.from([0, 0, 0, 9, 1]))).toBeNull();
    expect(leadingString(Buffer.from([0, 0, 0]))).toBeNull();
  });
});

describe("positiveInteger", () => {
  it("one-form: negative, zero, empty and padded integers are refused", () => {
    expect(positiveInteger(Buffer.from([0x80]))).toBeNull();
    expect(positiveInteger(Buffer.from([]))).toBeNull();
    expect(positiveInteger(Buffer.from([0]))).toBeNull();
    expect(positiveInteger(Buffer.from([0, 0x7f]))).toBeNull();
    expect(positiveInteger(Buffer.from([0, 0x80]))).toEqual(Buffer.from([0x80]));
    expect(positiveInteger(Buffer.from([1, 0]))).toEqual(Buffer.from([1, 0]));
  });
});
