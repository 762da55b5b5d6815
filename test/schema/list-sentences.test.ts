import { describe, expect, it } from "vitest";
import { sayColumns, sayContains, sayTooFew, sayTooMany, sayTwice } from "../../src/schema/list-sentences.ts";
import { wordsFor } from "../../src/schema/words.ts";
import { errorsOf, messagesOf } from "../support/schemas.ts";

const inSection = (part: string, schema: object) => ({
  properties: { sections: { properties: { transitions: { properties: { [part]: schema } } } } },
});
const section = (part: string, value: unknown) => ({ sections: { transitions: { [part]: value } } });
const table = (...columns: string[]) => section("tables", [{ columns, rows: [] }]);
const columns = (schema: object) => inSection("tables", { items: { properties: { columns: schema } } });

async function only(schema: object, value: unknown) {
  const [error] = await errorsOf(schema, value);
  if (error === undefined) throw new Error("no error");
  return error;
}

describe("columns", () => {
  const constant = columns({ const: ["from", "event", "to", "guard"] });

  it("missing-column: a column that is missing is named", async () => {
    const message = "Missing column `guard` in the table in section `Transitions`";
    expect(await messagesOf(constant, table("from", "event", "to"))).toEqual([message]);
    const contains = columns({ allOf: [{ contains: { const: "to" } }, { contains: { const: "guard" } }] });
    expect(await messagesOf(contains, table("from", "to"))).toEqual([message]);
    const prefix = columns({ prefixItems: [{ const: "from" }, { const: "guard" }], minItems: 2 });
    expect(await messagesOf(prefix, table("from"))).toEqual([message]);
  });

  it("wrong-column: a column with another name says which one was expected there", async () => {
    const message = "Unexpected column `To` in section `Transitions`, expected `to`";
    expect(await messagesOf(constant, table("from", "event", "To", "guard"))).toEqual([message]);
    const prefix = columns({ prefixItems: [{ const: "from" }, { const: "to" }], items: false });
    expect(await messagesOf(prefix, table("from", "To"))).toEqual([message]);
    expect(await messagesOf(constant, table("from", "event", "to", "guard", "note"))).toEqual([
      "Unexpected column `note` in section `Transitions`, expected `from`, `event`, `to`, `guard`",
    ]);
  });

  it("misspelt-column: a column that is looked for and stands there misspelt is named", async () => {
    const contains = columns({ allOf: [{ contains: { const: "from" } }, { contains: { const: "to" } }] });
    expect(await messagesOf(contains, table("from", "To"))).toEqual([
      "Unexpected column `To` in section `Transitions`, expected `to`",
    ]);
  });

  it("column-order: the right columns in another order are one violation", async () => {
    const error = await only(constant, table("event", "from", "to", "guard"));
    expect(sayColumns(error, wordsFor)).toMatchObject([
      {
        message: expect.stringMatching(
          /^Unexpected order of columns in the table in section `Transitions`, expected `from`/u,
        ),
      },
    ]);
  });
});

describe("number of elements", () => {
  it("too-few: an empty list misses an element, a short one is counted", async () => {
    expect(await messagesOf(inSection("items", { minItems: 1 }), section("items", []))).toEqual([
      "Missing list item in section `Transitions`, expected at least 1",
    ]);
    const error = await only(inSection("items", { minItems: 3 }), section("items", [{}]));
    expect(sayTooFew(error, wordsFor)).toMatchObject([
      { message: "Unexpected 1 list item in section `Transitions`, expected at least 3", mend: "Add 2 list items" },
    ]);
  });

  it("too-many: the first element that is too many is pointed at", async () => {
    expect(sayTooMany(await only({ maxItems: 1 }, [1, 2, 3]), wordsFor)).toMatchObject({
      message: "Unexpected 3 items in the file, expected at most 1",
      at: "/1",
    });
    expect(sayTooMany(await only({ prefixItems: [{}], items: false }, [1, 2]), wordsFor).at).toBe("/1");
  });

  it("twice: the later of two equal elements is pointed at", async () => {
    expect(sayTwice(await only({ uniqueItems: true }, ["a", "b", "a"]), wordsFor)).toMatchObject({
      message: "Unexpected second item `a` in the file, expected each once",
      at: "/2",
    });
  });
});

describe("contains", () => {
  const properties = { lang: { enum: ["ts", "tsx"] } };

  it("what-is-missing: language and columns are said", async () => {
    expect(await messagesOf(inSection("code", { contains: { properties } }), section("code", []))).toEqual([
      "Missing code block in `ts` or `tsx` in section `Transitions`",
    ]);
    const wanted = { properties: { columns: { const: ["from", "to"] } } };
    expect(await messagesOf(inSection("tables", { contains: wanted }), section("tables", []))).toEqual([
      "Missing table with the columns `from`, `to` in section `Transitions`",
    ]);
  });

  it("counted: how many are wanted is said where it is not one", async () => {
    const schema = { contains: { description: "even", multipleOf: 2 }, minContains: 2, maxContains: 3 };
    expect(sayContains(await errorsOf(schema, [1]).then(last), wordsFor).message).toBe(
      "Missing item (even) in the file, expected at least 2",
    );
    expect(sayContains(await errorsOf(schema, [2, 2, 2, 2]).then(last), wordsFor).message).toBe(
      "Unexpected number of items in the file, expected at most 3 to be an item (even)",
    );
  });
});

function last<T>(errors: readonly T[]): T {
  const error = errors.at(-1);
  if (error === undefined) throw new Error("no error");
  return error;
}
