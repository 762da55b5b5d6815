import { describe, expect, it } from "vitest";
import { type Request, readCommandLine } from "../../src/commands/program.ts";

function read(...argv: string[]): { request: Request; out: string; err: string } {
  let out = "";
  let err = "";
  const request = readCommandLine(argv, {
    version: "1.2.3",
    stdout: (text) => {
      out += text;
    },
    stderr: (text) => {
      err += text;
    },
  });
  return { request, out, err };
}

describe("readCommandLine", () => {
  it("default: checks, with paths and flags", () => {
    expect(read("src", "--fix", "--no-cache", "-f", "json", "-f", "sarif=a.sarif").request).toEqual({
      command: "check",
      paths: ["src"],
      flags: expect.objectContaining({ fix: true, cache: false, format: ["json", "sarif=a.sarif"] }),
    });
  });

  it("reads every command", () => {
    expect(read("init", "-y").request).toEqual({ command: "init", yes: true });
    expect(read("new", "service", "a/b").request).toEqual({ command: "new", type: "service", id: "a/b", config: null });
    expect(read("mv", "a", "b", "-c", "x.json").request).toEqual({
      command: "mv",
      from: "a",
      to: "b",
      config: "x.json",
    });
    expect(read("verify", "--policy-ref", "main", "--staged").request).toEqual({
      command: "verify",
      flags: { policyRef: "main", staged: true },
    });
    expect(read("payload", "a.md", "--gate", "design").request).toEqual({
      command: "payload",
      path: "a.md",
      flags: { gate: "design" },
    });
    expect(read("approve", "a.md", "b.md", "--key", "k").request).toEqual({
      command: "approve",
      request: { paths: ["a.md", "b.md"], key: "k" },
    });
    expect(read("revoke", "a.md", "--reason", "wrong").request).toEqual({
      command: "approve",
      request: { paths: ["a.md"], reason: "wrong" },
    });
    expect(read("revoke", "a.md").request).toEqual({ command: "done", exitCode: 2 });
    expect(read("status", "a", "b/c", "-f", "json").request).toEqual({
      command: "status",
      ids: ["a", "b/c"],
      flags: { format: "json" },
    });
    expect(read("doctor", "--canary").request).toEqual({ command: "doctor", flags: { canary: true } });
    expect(read("explain", "a/b").request).toEqual({ command: "explain", rule: "a/b" });
    expect(read("rules", "-f", "json").request).toEqual({ command: "rules", format: "json" });
  });

  it("unknown-flag: is exit code 2 and names the nearest flag", () => {
    const { request, err } = read("--stagde");
    expect(request).toEqual({ command: "done", exitCode: 2 });
    expect(err).toContain("--staged");
  });

  it("missing-argument: is exit code 2", () => {
    expect(read("new", "service").request).toEqual({ command: "done", exitCode: 2 });
    expect(read("--since").request).toEqual({ command: "done", exitCode: 2 });
  });

  it("help: is exit code 0 and goes to standard output", () => {
    const { request, out, err } = read("--help");
    expect(request).toEqual({ command: "done", exitCode: 0 });
    expect(out).toContain("Exit codes: 0 clean");
    expect(err).toBe("");
  });
});
