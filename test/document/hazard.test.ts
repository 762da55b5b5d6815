import { describe, expect, it } from "vitest";
import { markdownHazard, maxContainers, maxMarks } from "../../src/document/hazard.ts";

describe("markdownHazard", () => {
  it("deep-containers: more than 100 block quotes or lists opened on one line are refused", () => {
    for (const marker of [">", "> ", "- ", "* ", "+ ", "1. ", "12) ", "- > "]) {
      const each = marker === "- > " ? 2 : 1;
      expect(markdownHazard(`a\n\n${marker.repeat(maxContainers / each)}x\n`)).toBeNull();
      expect(markdownHazard(`a\n\n${marker.repeat(maxContainers / each + 1)}x\n`)).toMatchObject({
        range: { start: 3 },
      });
    }
    expect(markdownHazard(`${"-".repeat(5_000)}\n${"1".repeat(5_000)}\n`)).toBeNull();
  });

  it("many-marks: more than 1,000 emphasis marks or 4,000 brackets in one paragraph are refused", () => {
    expect(markdownHazard("*a\n".repeat(maxMarks.emphasis))).toBeNull();
    expect(markdownHazard("*a\n".repeat(maxMarks.emphasis + 1))).not.toBeNull();
    for (const mark of "]<") expect(markdownHazard(mark.repeat(maxMarks.brackets + 1))).not.toBeNull();
    expect(markdownHazard("*".repeat(50_000))).toBeNull();
  });

  it("new-paragraph: an empty line or a list item starts a new count", () => {
    expect(markdownHazard("*a\n\n".repeat(5_000))).toBeNull();
    expect(markdownHazard("- *a*\n".repeat(5_000))).toBeNull();
  });

  it("fenced-code: code in a fence may hold more of them", () => {
    const code = "/** a */ b: [];\n".repeat(5_000);
    expect(markdownHazard(`\`\`\`ts\n${code}\`\`\`\n`)).toBeNull();
    expect(markdownHazard(code)).not.toBeNull();
    expect(markdownHazard(`\`\`\`ts\n${"]".repeat(30_000)}\n`)).not.toBeNull();
  });
});
