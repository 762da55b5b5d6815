import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { Script } from "node:vm";

/** Machine code of what a run loads, kept between runs. */
export interface CodeCache {
  /** Keeps the code of what a short run has loaded, with all that has been compiled of it by now; never throws because of the disk. */
  flush(): void;
}

/** Node's way to turn the text of a CommonJS file into a loaded module; no public type has it. */
interface Loader {
  _compile(this: NodeModule, content: string, filename: string, ...rest: readonly unknown[]): unknown;
}

/** A script that was loaded, and how many bytes of code were kept of it; `due` where these should be replaced. */
interface Loaded {
  readonly path: string;
  readonly script: Script;
  readonly size: number;
  readonly due: boolean;
}

/** Runs differ in what they use of a file: its code is kept anew until it has stopped growing by this share, and then once a day. */
const growth = 0.02;
const day = 86_400_000;
/** Processor time in microseconds from which on a run is long: it compiles nearly everything, gains nothing, and would have short runs load it all. */
const long = 2_000_000;
/** Code that no run has kept anew in so many days is of a program that is gone. */
const keptDays = 30;

/**
 * Keeps the machine code of the CommonJS files whose absolute paths fit `wanted` in a folder of the user's own. What is damaged, of
 * another Node or of another file is not used, and neither is a folder that others may write.
 */
export function useCodeCache(folder: string, wanted: RegExp): CodeCache {
  const loader = (Module as unknown as { readonly prototype: Loader }).prototype;
  const compile = loader._compile;
  const loaded: Loaded[] = [];
  if (!isOwn(folder)) return { flush: () => undefined };
  loader._compile = function (content, filename, ...rest) {
    if (!wanted.test(filename)) return compile.call(this, content, filename, ...rest);
    return run(this, { content, filename, folder }, loaded);
  };
  return {
    flush() {
      const { user, system } = process.cpuUsage();
      if (user + system > long) return;
      for (const { path, script, size, due } of loaded.splice(0)) if (due) write(path, script.createCachedData(), size);
    },
  };
}

/** Whoever may write there could have this program run what he likes. */
function isOwn(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { uid, mode } = statSync(folder);
    return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
  } catch {
    // Read-only, or a file in its place: everything is compiled as ever.
    return false;
  }
}

interface Source {
  readonly content: string;
  readonly filename: string;
  readonly folder: string;
}

function run(module: NodeModule, { content, filename, folder }: Source, loaded: Loaded[]): unknown {
  const path = join(folder, `${basename(filename)}-${identity(filename)}.code`);
  const kept = read(path);
  const script = new Script(Module.wrap(content), { filename, ...(kept === null ? {} : { cachedData: kept.data }) });
  const isUsed = kept !== null && script.cachedDataRejected !== true;
  loaded.push({ path, script, size: isUsed ? kept.data.length : 0, due: !isUsed || kept.due });
  const body = script.runInThisContext() as (...args: readonly unknown[]) => unknown;
  return body.call(module.exports, module.exports, createRequire(filename), module, filename, dirname(filename));
}

/** The engine looks at the length of the text only, so that the file itself has to be told apart. */
function identity(filename: string): string {
  const { size, mtimeNs, ctimeNs, ino } = statSync(filename, { bigint: true });
  const parts = [filename, size, mtimeNs, ctimeNs, ino, process.version, process.arch];
  return createHash("sha1").update(parts.join("\n")).digest("hex").slice(0, 16);
}

/** First a byte that says whether the code has stopped growing, then a hash of the code, which is checked: a damaged one would bring the engine down. */
function read(path: string): { readonly data: Buffer; readonly due: boolean } | null {
  try {
    const bytes = readFileSync(path);
    const data = bytes.subarray(21);
    if (!checksum(data).equals(bytes.subarray(1, 21))) return null;
    return { data, due: bytes[0] !== 1 || Date.now() - statSync(path).mtimeMs > day };
  } catch {
    // Not written yet, or not ours to read: the text is compiled as ever.
    return null;
  }
}

function write(path: string, data: Buffer, before: number): void {
  const fresh = `${path}.${process.pid}`;
  try {
    const isSettled = data.length <= before * (1 + growth);
    writeFileSync(fresh, Buffer.concat([Buffer.of(isSettled ? 1 : 0), checksum(data), data]));
    renameSync(fresh, path);
    for (const name of readdirSync(dirname(path))) {
      const other = join(dirname(path), name);
      if (Date.now() - statSync(other).mtimeMs > keptDays * day) rmSync(other, { force: true });
    }
  } catch (error) {
    // Without it the next run is slower, not wrong.
    if (!(error instanceof Error && "syscall" in error)) throw error;
  }
}

function checksum(data: Buffer): Buffer {
  return createHash("sha1").update(data).digest();
}
