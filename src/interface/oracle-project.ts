import type ts from "typescript";
import { ambientSources } from "./ambient.ts";
import { type Bindings, bindFile } from "./bindings.ts";
import { withCommonJs } from "./commonjs.ts";
import { failureReason, mostFailures } from "./compiler-failure.ts";
import type { ProjectSettings } from "./oracle-config.ts";
import { type EmittedFile, emitFile } from "./oracle-emit.ts";
import { computedMethods, withMethods } from "./oracle-methods.ts";
import { createOracleProgram, type ProgramDisk } from "./oracle-program.ts";
import { createQuestions } from "./oracle-questions.ts";
import { createReach } from "./oracle-reach.ts";
import type { OracleAnswer, SameAnswer, TypeQuestion } from "./type-oracle.ts";
import { typescript, wholeCompiler } from "./typescript.ts";
import { type InferenceDoubt, inferenceDoubts } from "./unresolved-inference.ts";

/** The files of one tsconfig, ready to be asked about. */
export interface OracleProject {
  /** Answers for a root-relative path that belongs to this project. */
  declarationOf(path: string, name: string): OracleAnswer;
  sameType(path: string, question: TypeQuestion): SameAnswer;
  announce(path: string, question: TypeQuestion): void;
}

/** Longer declarations (in UTF-16 units) are of no use in a document and cost more than they tell. */
const longest = 64 * 1024;

/** One file as far as it has been asked about. */
interface FileState {
  readonly file: ts.SourceFile;
  readonly emitted: EmittedFile;
  readonly bindings: Bindings;
  readonly doubt: InferenceDoubt;
  readonly consulted: readonly string[];
}

/** The project of a tsconfig; `members` are the absolute paths of the files that will be asked about. */
export function createProject(
  settings: ProjectSettings,
  members: readonly string[],
  files: ProgramDisk,
): OracleProject {
  const disk: ProgramDisk = { ...files, parsed: new Map() };
  const questions = createQuestions(settings, members, disk);
  const states = new Map<string, FileState | string>();
  const start = () => lazily(() => prepare(settings, members, disk));
  let load = start();
  let failures = 0;
  // A compiler that has thrown once counts wrong ever after, so another one goes on.
  const fail = (error: unknown): string => {
    failures++;
    load = start();
    for (const [path, state] of states) if (typeof state !== "string") states.delete(path);
    return failureReason(error);
  };
  // A file that nobody announced and nothing imports costs a program of its own.
  const late = (path: string) =>
    prepare(settings, [...members, path], disk)(path) ?? "the compiler cannot find the file";
  const read = (path: string): FileState | string => {
    try {
      return load()(disk.absolute(path)) ?? late(disk.absolute(path));
    } catch (error) {
      return fail(error);
    }
  };
  return {
    declarationOf(path, name) {
      if (settings.problem !== null) return { ok: false, reason: settings.problem };
      if (failures > mostFailures) return { ok: false, reason: failureReason(null) };
      const state = states.get(path) ?? read(path);
      states.set(path, state);
      if (typeof state === "string") return { ok: false, reason: state };
      try {
        return answer(state, name);
      } catch (error) {
        return { ok: false, reason: fail(error) };
      }
    },
    sameType(path, question) {
      return settings.problem === null ? questions.ask(path, question) : { ok: false, reason: settings.problem };
    },
    announce: questions.announce,
  };
}

function prepare(
  settings: ProjectSettings,
  members: readonly string[],
  disk: ProgramDisk,
): (path: string) => FileState | string | null {
  const made = createOracleProgram(settings, members, disk);
  const library = wholeCompiler().getDefaultLibFilePath(made.program.getCompilerOptions());
  const hasLibrary = settings.options.noLib === true || disk.fileExists(library);
  const reach = createReach(made.imports, disk);
  const ambient = [...settings.ambient, ...ambientSources(made.program)].map(disk.relative);
  const besides = [...ambient.filter((path) => path !== null), ...settings.consulted];
  const doubt = inferenceDoubts(made.checker, (file) => reach(file.fileName).open);
  return (path) => {
    if (!hasLibrary) return "the compiler's own library files cannot be read";
    const file = made.program.getSourceFile(path);
    if (file === undefined) return null;
    const consulted = [...reach(path).files, ...besides];
    const emitted = emitFile(made.program, file);
    return {
      file,
      emitted,
      bindings: withCommonJs(bindFile(file), file),
      doubt,
      consulted: [...new Set(consulted)].sort(byCodePoint),
    };
  };
}

function answer(state: FileState, name: string): OracleAnswer {
  const { emitted, consulted } = state;
  const local = emitted.aliases.get(name) ?? name;
  const texts = textsOf(emitted, local, new Set());
  const reason = doubtOf(state, local);
  if (reason !== null) return { ok: false, reason };
  if (texts.length === 0) return { ok: false, reason: `the compiler writes no declaration of ${name}` };
  const text = withMethods(texts.join("\n"), computedMethods(state.bindings.declarations.get(local) ?? []));
  if (text.length > longest) return { ok: false, reason: "the inferred type is too long to be written out" };
  return { ok: true, text, consulted };
}

function textsOf(emitted: EmittedFile, name: string, seen: Set<string>): readonly string[] {
  if (seen.has(name)) return [];
  seen.add(name);
  const needed = (emitted.needs.get(name) ?? []).flatMap((need) => textsOf(emitted, need, seen));
  return [...needed, ...(emitted.parts.get(name) ?? [])];
}

function doubtOf({ file, emitted, bindings, doubt }: FileState, name: string): string | null {
  const nodes = declarationsOf(file, bindings, name);
  const failure = emitted.failures.find(
    ({ start }) => start < 0 || nodes.some((node) => node.pos <= start && start < node.end),
  );
  if (failure !== undefined) return failure.reason;
  for (const node of nodes) {
    const reason = doubt(node);
    if (reason !== null) return reason;
  }
  return null;
}

/** The nodes in the source that declare a local name, `default` and `export=` included. */
function declarationsOf(file: ts.SourceFile, bindings: Bindings, name: string): readonly ts.Node[] {
  const ts = typescript();
  const own = bindings.declarations.get(name) ?? [];
  const exports = bindings.exports.get(name) ?? [];
  const assignments = file.statements.filter((statement) => ts.isExportAssignment(statement));
  const assigned = assignments.filter(
    (statement) => name === (statement.isExportEquals === true ? "export=" : "default"),
  );
  const behind = exports.flatMap((binding) => {
    if (binding.kind === "commonjs") return [binding.node.parent];
    return binding.kind === "local" ? (bindings.declarations.get(binding.local) ?? []) : [];
  });
  return [...new Set([...own, ...assigned, ...behind])];
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
