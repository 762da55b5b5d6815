import type { DocumentFacts } from "../document/document.ts";
import { emptyFacts } from "../document/empty-facts.ts";
import type { TestFacts } from "../evidence/test-facts.ts";
import type { ModuleCache } from "../interface/module-graph.ts";
import type { SourceFacts } from "../interface/source-facts.ts";
import type { FileEntry, Snapshot } from "../snapshot.ts";
import { UserError } from "../user-error.ts";

/** Where facts are kept between runs: JSON values by key. A key that is unknown gives `undefined`. */
export interface FactCache {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
}

/** Where surveys of whole runs are kept, one for each slot; what comes back is whole, and of this very program. */
export interface Surveys {
  read(slot: string): Uint8Array | null;
  keep(slot: string, bytes: Uint8Array): void;
}

/** The facts and texts of a snapshot's files. A file that cannot be read gives empty facts and is remembered. */
export interface FactReader {
  document(path: string): Promise<DocumentFacts>;
  source(path: string): Promise<SourceFacts>;
  test(path: string): Promise<TestFacts>;
  /** Decoded text, a byte order mark included; rejects with a `UserError` where the file cannot be read. */
  text(path: string): Promise<string>;
  /** True once a file that was asked for could not be read. */
  isUnreadable(path: string): boolean;
  /** Sources among those that were asked for that declare something for files which do not import them; sorted. */
  readonly ambient: readonly string[];
  /** Why files could not be read, sorted by path. */
  readonly unreadable: readonly UserError[];
}

/** Syntax trees that the run shares; undefined where every file is parsed for itself. */
type Trees = () => Promise<ModuleCache> | undefined;

type FactKind = "document" | "source" | "test";

/** Raised whenever an extractor gives other facts for the same bytes. */
const extractorVersions = { document: 3, source: 7, test: 3 } as const;

const emptySource: SourceFacts = {
  syntax: "code",
  exports: [],
  stars: [],
  imports: [],
  lead: "",
  problems: [],
  suppressions: [],
};

/** `computed` keeps a test that nobody could read from being called empty. */
const emptyTest: TestFacts = { cases: [], computed: true, problems: [], suppressions: [] };

interface Extraction<T> {
  readonly kind: FactKind;
  readonly empty: T;
  extract(bytes: Uint8Array, path: string, trees: Trees): Promise<T>;
}

const documentExtraction: Extraction<DocumentFacts> = {
  kind: "document",
  empty: emptyFacts,
  extract: async (bytes) => {
    const plain = (await import("../document/plain-reading.ts")).plainReading(bytes);
    return plain?.facts ?? (await import("../document/facts.ts")).documentFacts(bytes);
  },
};

const sourceExtraction: Extraction<SourceFacts> = {
  kind: "source",
  empty: emptySource,
  extract: async (bytes, path, trees) =>
    (await import("../interface/facts.ts")).sourceFacts(decode(bytes), path, await trees()),
};

const testExtraction: Extraction<TestFacts> = {
  kind: "test",
  empty: emptyTest,
  extract: async (bytes, path) => (await import("../evidence/titles.ts")).testFacts(decode(bytes), path),
};

/** Reads facts of a snapshot, each once, and from the cache where the same bytes were read in an earlier run. What is parsed for them stays in `trees`. */
export function createFactReader(snapshot: Snapshot, cache: FactCache, trees: Trees = () => undefined): FactReader {
  const pending = new Map<string, Promise<unknown>>();
  const failures = new Map<string, UserError>();
  const ambient = new Set<string>();

  async function load<T>(path: string, entry: FileEntry, extraction: Extraction<T>): Promise<T> {
    const key = factKey(extraction.kind, entry.id, path);
    const known = cache.get(key);
    if (typeof known === "object" && known !== null) return known as T;
    const facts = await extraction.extract(await entry.read(), path, trees);
    cache.set(key, facts);
    return facts;
  }

  async function read<T>(path: string, extraction: Extraction<T>): Promise<T> {
    const memo = `${extraction.kind} ${path}`;
    const running = pending.get(memo);
    if (running !== undefined) return running as Promise<T>;
    const facts = entryOf(snapshot, path)
      .then((entry) => load(path, entry, extraction))
      .catch((error: unknown) => {
        if (!(error instanceof UserError)) throw error;
        failures.set(path, error);
        return extraction.empty;
      });
    pending.set(memo, facts);
    return facts;
  }

  return {
    document: (path) => read(path, documentExtraction),
    async source(path) {
      const facts = await read(path, sourceExtraction);
      if (facts.ambient === true) ambient.add(path);
      return facts;
    },
    test: (path) => read(path, testExtraction),
    text: async (path) => (await trees())?.text(path) ?? decode(await (await entryOf(snapshot, path)).read()),
    isUnreadable: (path) => failures.has(path),
    get ambient() {
      return [...ambient].sort();
    },
    get unreadable() {
      return [...failures].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, error]) => error);
    },
  };
}

/** Markdown facts follow from the bytes alone, those of code from the extension too (`.tsx` is parsed another way). */
function factKey(kind: FactKind, id: string, path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const extension = kind === "document" ? "" : name.slice(name.lastIndexOf(".") + 1);
  const declaration = /\.d\.(?:[^.]+\.)?[cm]?ts$/u.test(name) ? "d." : "";
  return `${kind}:${extractorVersions[kind]}:${id}:${declaration}${extension}`;
}

async function entryOf(snapshot: Snapshot, path: string): Promise<FileEntry> {
  const entry = snapshot.files.get(path);
  if (entry === undefined) throw new UserError("unreadable", `${path} is not among the files of this run`);
  return entry;
}

/** A byte order mark is kept, so that offsets are those of the file's own text. */
function decode(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}
