// Signs every document of the example anew: makes two keys, has them approve everything, and throws them away.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const example = join(root, "examples/sessions");
const scratch = mkdtempSync(join(tmpdir(), "design-lint-sign-"));
const project = join(scratch, "project");
const namespace = "approval.v1@design-lint";
try {
  cpSync(example, project, { recursive: true, filter: (path) => !path.includes("node_modules") });
  for (const name of ["ada", "grace"])
    execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", name, "-f", join(scratch, name)]);
  writeFileSync(join(project, ".design/allowed_signers"), ["ada", "grace"].map(signerLine).join(""));
  const contexts = documents("docs/architecture");
  const designs = documents("docs/design");
  for (const path of [...contexts, ...designs]) write(path, bare(read(path)));
  for (const path of contexts) sign(path, "ada");
  for (const [index, path] of designs.entries()) sign(path, index % 2 === 0 ? "grace" : "ada");
  execFileSync(process.execPath, [join(root, "dist/cli.cjs"), "verify"], { cwd: project, stdio: "inherit" });
  for (const path of [".design/allowed_signers", ...contexts, ...designs])
    cpSync(join(project, path), join(example, path));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function signerLine(name) {
  const [type, key] = readFileSync(join(scratch, `${name}.pub`), "utf8").split(" ");
  return `${name}@example.com namespaces="${namespace}" ${type} ${key}\n`;
}

function documents(folder) {
  const names = readdirSync(join(project, folder), { recursive: true }).map(String);
  return names
    .filter((name) => name.endsWith(".md"))
    .map((name) => `${folder}/${name}`)
    .sort();
}

function read(path) {
  return readFileSync(join(project, path), "utf8");
}

function write(path, text) {
  writeFileSync(join(project, path), text);
}

function bare(text) {
  return text.replace(/^approvals:\n(?: .*\n)+/mu, "");
}

/** Takes the statement that `payload` prints, has it signed, and writes the entry that follows from it. */
function sign(path, name) {
  const args = [join(root, "dist/cli.cjs"), "payload", path, "--signer", `${name}@example.com`];
  const statement = execFileSync(process.execPath, args, { cwd: project, stdio: ["ignore", "pipe", "ignore"] });
  const signing = ["-q", "-Y", "sign", "-f", join(scratch, name), "-n", namespace];
  const armor = execFileSync("ssh-keygen", signing, { input: statement, encoding: "utf8" }).trimEnd().split("\n");
  const lines = statement.toString().split("\n");
  const of = (key) => lines.find((line) => line.startsWith(`${key}: `)) ?? "";
  const pins = lines.filter((line) => line.startsWith("upstream: ")).map((line) => `  - ${line.slice(10)}`);
  const upstream = pins.length === 0 ? [] : ["upstream:", ...pins];
  const rest = [of("decision"), of("signer"), of("time"), of("digest"), ...upstream, "signature: |"];
  const entry = [`  - ${of("gate")}`, ...[...rest, ...armor.map((line) => `  ${line}`)].map((line) => `    ${line}`)];
  write(path, read(path).replace(/^(status: .*\n)/mu, `$1approvals:\n${entry.join("\n")}\n`));
}
