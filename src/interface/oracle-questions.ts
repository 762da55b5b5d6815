import type ts from "typescript";
import { ambientSources } from "./ambient.ts";
import { failureReason, mostFailures } from "./compiler-failure.ts";
import type { ProjectSettings } from "./oracle-config.ts";
import { createOracleProgram, type OracleProgram, type ProgramDisk } from "./oracle-program.ts";
import { createReach, type Reach } from "./oracle-reach.ts";
import { sameType } from "./same-type.ts";
import type { Sameness } from "./sameness.ts";
import type { SameAnswer, TypeQuestion } from "./type-oracle.ts";
import { typescript, wholeCompiler } from "./typescript.ts";

/** Answers whether types are one, for the files of one tsconfig. */
export interface Questions {
  announce(path: string, question: TypeQuestion): void;
  ask(path: string, question: TypeQuestion): SameAnswer;
}

/** Longer questions (in UTF-16 units) cost more than they tell. */
const longest = 32 * 1024;

/**
 * The questions of a project, each written into a file that stands beside the source in memory. All that are announced are
 * put into one program, made at the first one that is asked; one that comes later costs a program more.
 */
export function createQuestions(settings: ProjectSettings, members: readonly string[], disk: ProgramDisk): Questions {
  const known = new Map<string, TypeQuestion[]>();
  const answers = new Map<string, SameAnswer>();
  let rounds = 0;
  let failures = 0;
  const announce = (path: string, question: TypeQuestion): void => {
    const list = known.get(path) ?? [];
    if (!list.some((other) => keyOf(path, other) === keyOf(path, question))) known.set(path, [...list, question]);
  };
  const answerOpen = (): "done" | "failed" => {
    const open = openOnes(known, (key) => answers.has(key));
    if (open.size === 0) return "done";
    let asked = [...open].flatMap(([path, list]) => list.map((one) => keyOf(path, one)));
    try {
      const round = createRound(open, { settings, members, disk, number: rounds++ });
      for (const [path, list] of open) {
        for (const one of list) {
          asked = [keyOf(path, one)];
          answers.set(keyOf(path, one), round(path, one));
        }
      }
      return "done";
    } catch (error) {
      // A program that cannot be made answers nothing; one that has thrown counts wrong ever after, so another one goes on.
      for (const key of asked) answers.set(key, { ok: false, reason: failureReason(error), failed: true });
      return "failed";
    }
  };
  const answerAll = (): void => {
    while (failures <= mostFailures && answerOpen() === "failed") failures++;
  };
  return {
    announce,
    ask(path, question) {
      if (lengthOf(question) > longest)
        return { ok: false, reason: "the types are too large to be compared by the compiler" };
      announce(path, question);
      if (!answers.has(keyOf(path, question))) answerAll();
      return answers.get(keyOf(path, question)) ?? failedBefore;
    },
  };
}

const failedBefore = { ok: false, reason: failureReason(null), failed: true } as const;

type Known = ReadonlyMap<string, readonly TypeQuestion[]>;

function openOnes(known: Known, isAnswered: (key: string) => boolean): Known {
  const open = [...known].map(([path, list]) => [path, list.filter((one) => !isAnswered(keyOf(path, one)))] as const);
  return new Map(open.filter(([, list]) => list.length > 0));
}

function keyOf(path: string, { parameters, declared, actual, declarations = [] }: TypeQuestion): string {
  return JSON.stringify([path, parameters, declared, actual, declarations]);
}

function lengthOf({ declared, actual, declarations = [] }: TypeQuestion): number {
  return [declared, actual, ...declarations].reduce((sum, { length }) => sum + length, 0);
}

interface Project {
  readonly settings: ProjectSettings;
  readonly members: readonly string[];
  readonly disk: ProgramDisk;
  /** Files of another round have other texts, so they have other names. */
  readonly number: number;
}

type Round = (path: string, question: TypeQuestion) => SameAnswer;

function createRound(questions: ReadonlyMap<string, readonly TypeQuestion[]>, project: Project): Round {
  const { settings, members, disk, number } = project;
  const texts = new Map([...questions].map(([path, list]) => [disk.absolute(besides(path, number)), textOf(list)]));
  const roots = [...new Set([...members, ...[...questions.keys()].map(disk.absolute), ...texts.keys()])];
  const made = createOracleProgram(settings, roots, overlaid(disk, texts));
  const reach = createReach(made.imports, disk);
  const ambient = [...settings.ambient, ...ambientSources(made.program)].map(disk.relative);
  const consulted = [...ambient.filter((path) => path !== null), ...settings.consulted];
  const library = wholeCompiler().getDefaultLibFilePath(made.program.getCompilerOptions());
  const hasLibrary = settings.options.noLib === true || disk.fileExists(library);
  return (path, question) => {
    if (!hasLibrary) return { ok: false, reason: "the compiler's own library files cannot be read" };
    const place = disk.absolute(besides(path, number));
    const file = made.program.getSourceFile(place);
    const index = (questions.get(path) ?? []).indexOf(question);
    if (file === undefined || index < 0) return lostQuestion;
    return answerOf(writtenIn(file.statements[index + 1]), {
      ...made,
      reach: reach(place),
      besides: [...consulted, path],
    });
  };
}

/** A module that is no file, beside the source, of the same kind of module. */
function besides(path: string, round: number): string {
  const letter = /\.([cm])[jt]s$/u.exec(path)?.[1] ?? "";
  return `${path}.types-${round}.${letter}ts`;
}

function overlaid(disk: ProgramDisk, texts: ReadonlyMap<string, string>): ProgramDisk {
  return {
    ...disk,
    read: (path) => texts.get(path) ?? disk.read(path),
    fileExists: (path) => texts.has(path) || disk.fileExists(path),
    realpath: (path) => (texts.has(path) ? path : disk.realpath(path)),
  };
}

// The last two parts let the compiler itself tell whether types that wait for parameters are identical.
function textOf(questions: readonly TypeQuestion[]): string {
  const aliases = questions.map((question, index) => {
    const { parameters, declared, actual, declarations = [] } = question;
    const generic = parameters.map(
      ({ name, constraint }) => `${name}${constraint === null ? "" : ` extends ${constraint}`}`,
    );
    const name = "Question";
    const parts = [`(${declared})`, `(${actual})`, identity(declared), identity(actual)].join(", ");
    const probes = samples.flatMap((sample) => {
      const args = argumentsFor(question, sample);
      return args === null ? [] : [`${name}<${args.join(", ")}>`];
    });
    const asked = [`type ${name}${inBrackets(generic)} = [${parts}];`, `type Probes = [${probes.join(", ")}];`];
    return `declare namespace Asked${index} {\n${[...declarations, ...asked].join("\n")}\n}`;
  });
  return ["export {};", ...aliases].join("\n");
}

// Two of these are assignable only if their types are identical. Under a name, the compiler would look at its arguments only.
function identity(type: string): string {
  return `(<X>() => X extends (${type}) ? 1 : 2)`;
}

function inBrackets(parts: readonly string[]): string {
  return parts.length === 0 ? "" : `<${parts.join(", ")}>`;
}

/** Types that stand for any: what differs for one of them differs. */
const samples = [`{ a: 1; b?: "x" }`, "string | number[]"];

function argumentsFor({ parameters }: TypeQuestion, sample: string): readonly string[] | null {
  if (parameters.length === 0) return null;
  const isClosed = parameters.every(
    ({ constraint }) => constraint === null || !/\bT\d+_\d+\b|\bThis\b/u.test(constraint),
  );
  return isClosed ? parameters.map(({ constraint }) => constraint ?? sample) : null;
}

interface Asked extends OracleProgram {
  readonly reach: Reach;
  readonly besides: readonly string[];
}

// The declarations of a question come first, so that they can be named by nobody else.
function writtenIn(statement: ts.Statement | undefined): Written {
  const ts = typescript();
  const block = statement !== undefined && ts.isModuleDeclaration(statement) ? statement.body : undefined;
  if (statement === undefined || block === undefined || !ts.isModuleBlock(block))
    return { whole: undefined, question: undefined, probes: undefined };
  return { whole: statement, question: block.statements.at(-2), probes: block.statements.at(-1) };
}

interface Written {
  readonly whole: ts.Statement | undefined;
  readonly question: ts.Statement | undefined;
  readonly probes: ts.Statement | undefined;
}

const lostQuestion = { ok: false, reason: "the compiler cannot find the question" } as const;

function answerOf({ whole, question, probes }: Written, { checker, reach, besides: more }: Asked): SameAnswer {
  const parts = partsOf(question);
  if (whole === undefined || parts.length !== 4) return lostQuestion;
  const lost = unresolvedName(whole, checker);
  if (lost !== null) return { ok: false, reason: `the compiler cannot resolve ${lost}` };
  const found = sameness(
    parts.map((part) => checker.getTypeAtLocation(part)),
    checker,
  );
  const differs = (): boolean => partsOf(probes).some((probe) => differsFor(probe, checker));
  if (found === "unknown" && !differs())
    return { ok: false, reason: "the compiler cannot tell whether the types are the same for every type argument" };
  const consulted = [...new Set([...reach.files, ...more])].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return { ok: true, same: found === "same", consulted };
}

function partsOf(statement: ts.Statement | undefined): readonly ts.TypeNode[] {
  const ts = typescript();
  if (statement === undefined || !ts.isTypeAliasDeclaration(statement)) return [];
  return ts.isTupleTypeNode(statement.type) ? statement.type.elements : [];
}

function sameness([declared, actual, one, other]: readonly ts.Type[], checker: ts.TypeChecker): Sameness {
  if (declared === undefined || actual === undefined || one === undefined || other === undefined) return "unknown";
  const isOne = checker.isTypeAssignableTo(one, other) && checker.isTypeAssignableTo(other, one);
  return isOne ? "same" : sameType(declared, actual, checker);
}

function differsFor(probe: ts.TypeNode, checker: ts.TypeChecker): boolean {
  const type = checker.getTypeAtLocation(probe);
  const parts = checker.isTupleType(type) ? checker.getTypeArguments(type as ts.TypeReference) : [];
  return sameness(parts, checker) === "different";
}

/** The smallest part of the question that leads nowhere: what is made of it would be the same as anything. */
function unresolvedName(alias: ts.Node, checker: ts.TypeChecker): string | null {
  const ts = typescript();
  const stack: ts.Node[] = [alias];
  let found: string | null = null;
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (ts.isTypeNode(node) && !ts.isTemplateLiteralTypeSpan(node) && isUnresolved(checker.getTypeAtLocation(node))) {
      const text = node.getText();
      if (!ownNames.test(text)) found = found === null || text.length < found.length ? text : found;
    }
    ts.forEachChild(node, (child) => {
      stack.push(child);
    });
  }
  return found === null ? null : `\`${found}\``;
}

// Declarations of the question, which nobody has written.
const ownNames = /\b(?:Base\d+_|Written)\d+\b/u;

function isUnresolved(type: ts.Type): boolean {
  const { intrinsicName } = type as ts.Type & { readonly intrinsicName?: string };
  return intrinsicName === "error" || intrinsicName === "unresolved";
}
