/** What the verdict on a source's interface depends on besides the bytes of its own component and the project's settings. */
export interface Dependence {
  /** Files whose texts were compared or that configure them. */
  readonly seen: readonly string[];
  /** Specifiers that were followed, each with the file that it stands in. */
  readonly resolved: readonly (readonly [from: string, specifier: string, ...rest: readonly unknown[]])[];
  /** True where the names of all files count. */
  readonly isOpen: boolean;
  /** Files that the compiler read, each standing for all that it imports; empty where all code counts, null where it was not asked. */
  readonly deep: readonly string[] | null;
}

/** One file as deep ids see it. */
export interface ImportNode {
  /** A text that changes with what the file itself means for its importers. */
  readonly own: string;
  readonly specifiers: readonly string[];
  /** The files that these lead to, sorted. */
  readonly targets: readonly string[];
}

/** Hears what verdicts depend on, while they are made or taken from the cache. */
export interface DependenceLog {
  verdict(source: string, dependence: Dependence): void;
  imports(path: string, node: ImportNode): void;
  /** Sources that declare something for files which do not import them, where interfaces are compared; sorted. */
  declaring(sources: readonly string[]): void;
}

/** A log with all that it has heard, by path. */
export interface Dependences extends DependenceLog {
  readonly verdicts: ReadonlyMap<string, Dependence>;
  readonly nodes: ReadonlyMap<string, ImportNode>;
  /** What was declared of last. */
  ambient(): readonly string[];
}

/** A log that has heard nothing yet. */
export function createDependences(): Dependences {
  const verdicts = new Map<string, Dependence>();
  const nodes = new Map<string, ImportNode>();
  let ambient: readonly string[] = [];
  return {
    verdicts,
    nodes,
    ambient: () => ambient,
    declaring(sources) {
      ambient = sources;
    },
    verdict: (source, dependence) => void verdicts.set(source, dependence),
    imports: (path, node) => void nodes.set(path, node),
  };
}
