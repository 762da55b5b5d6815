import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, statSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { Script } from "node:vm";

/** Machine code of the compiler, kept between runs. */
export interface CodeCache {
  /** Keeps the code of what was loaded anew, with all that has been compiled of it by now; never rejects. */
  flush(): Promise<void>;
}

/** Node's way to turn the text of a CommonJS file into a loaded module; no public type has it. */
interface Loader {
  _compile(this: NodeModule, content: string, filename: string): unknown;
}

/** A script that was loaded without kept code. */
interface Fresh {
  readonly path: string;
  readonly script: Script;
}

const nothing: CodeCache = { flush: async () => undefined };

/**
 * Lets Node keep compiled code in a folder: by its own cache where it has one (22.8 and later), else the code of the one file that
 * costs more than all others, the TypeScript compiler. What is damaged, of another Node or of another file is not used.
 */
export function useCodeCache(folder: string): CodeCache {
  const { enableCompileCache } = Module as { readonly enableCompileCache?: (folder: string) => unknown };
  if (enableCompileCache !== undefined) {
    enableCompileCache(folder);
    return nothing;
  }
  const loader = (Module as unknown as { readonly prototype: Loader }).prototype;
  const compile = loader._compile;
  const fresh: Fresh[] = [];
  loader._compile = function (content, filename) {
    if (!/[\\/]typescript[\\/]lib[\\/]typescript\.js$/u.test(filename)) return compile.call(this, content, filename);
    loader._compile = compile;
    return run(this, { content, filename, folder }, fresh);
  };
  return {
    async flush() {
      for (const { path, script } of fresh.splice(0)) await write(path, script.createCachedData());
    },
  };
}

interface Source {
  readonly content: string;
  readonly filename: string;
  readonly folder: string;
}

function run(module: NodeModule, { content, filename, folder }: Source, fresh: Fresh[]): unknown {
  const path = join(folder, `${basename(filename)}-${identity(filename)}.code`);
  const cachedData = read(path);
  const script = new Script(Module.wrap(content), { filename, ...(cachedData === null ? {} : { cachedData }) });
  if (cachedData === null || script.cachedDataRejected === true) fresh.push({ path, script });
  const body = script.runInThisContext() as (...args: readonly unknown[]) => unknown;
  return body.call(module.exports, module.exports, createRequire(filename), module, filename, dirname(filename));
}

/** The engine looks at the length of the text only, so that the file itself has to be told apart. */
function identity(filename: string): string {
  const { size, mtimeNs, ctimeNs, ino } = statSync(filename, { bigint: true });
  const parts = [filename, size, mtimeNs, ctimeNs, ino, process.version, process.arch];
  return createHash("sha1").update(parts.join("\n")).digest("hex").slice(0, 16);
}

/** Checked here, since a damaged one would bring the engine down. */
function read(path: string): Buffer | null {
  try {
    const bytes = readFileSync(path);
    const data = bytes.subarray(20);
    return checksum(data).equals(bytes.subarray(0, 20)) ? data : null;
  } catch {
    // Not written yet, or not ours to read: the text is compiled as ever.
    return null;
  }
}

async function write(path: string, data: Buffer): Promise<void> {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const { default: writeFileAtomic } = await import("write-file-atomic");
    await writeFileAtomic(path, Buffer.concat([checksum(data), data]), { fsync: false });
  } catch (error) {
    // Without it the next run is slower, not wrong.
    if (!(error instanceof Error && "syscall" in error)) throw error;
  }
}

function checksum(data: Buffer): Buffer {
  return createHash("sha1").update(data).digest();
}
