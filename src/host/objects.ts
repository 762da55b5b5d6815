import { Socket } from "node:net";
import { UserError } from "../user-error.ts";
import { startGit } from "./git.ts";
import type { Repository } from "./repository.ts";

/** Reads objects of a repository by id. */
export interface ObjectReader {
  /** The bytes of a blob; rejects with a `UserError` of code `unreadable` that names `path` where git does not have it. */
  read(id: string, path: string): Promise<Uint8Array>;
}

interface Request {
  readonly path: string;
  resolve(bytes: Uint8Array): void;
  reject(error: Error): void;
}

type Process = ReturnType<typeof startGit>;

/** An answer that stands complete in the buffer: its bytes (null: no such object) and where the next one begins. */
interface Answer {
  readonly bytes: Buffer | null;
  readonly end: number;
}

/** A reader over one `git cat-file --batch` process, started at the first read; it never keeps the program alive. */
export function openObjects(repository: Repository): ObjectReader {
  let running: { readonly child: Process; readonly waiting: Request[] } | null = null;
  const start = () => {
    const child = startGit(repository.place, ["cat-file", "--batch"]);
    const waiting: Request[] = [];
    const fail = (reason: string) => {
      running = null;
      for (const request of waiting.splice(0)) request.reject(missing(request.path, reason));
    };
    child.on("error", (error) => fail(error.message));
    child.on("close", () => fail("git cat-file ended early"));
    child.stdin.on("error", (error) => fail(error.message));
    child.stderr.resume();
    answers(child, waiting);
    return { child, waiting };
  };
  return {
    read: (id, path) =>
      new Promise((resolve, reject) => {
        running ??= start();
        running.waiting.push({ path, resolve, reject });
        hold(running.child, true);
        running.child.stdin.write(`${id}\n`);
      }),
  };
}

function answers(child: Process, waiting: Request[]): void {
  let pending: Buffer[] = [];
  let size = 0;
  let wanted = 0;
  child.stdout.on("data", (chunk: Buffer) => {
    pending.push(chunk);
    size += chunk.length;
    if (size < wanted) return;
    let buffer = pending.length === 1 ? chunk : Buffer.concat(pending);
    for (let next = answerIn(buffer); ; next = answerIn(buffer)) {
      if (typeof next === "number") {
        wanted = next;
        break;
      }
      const request = waiting.shift();
      if (next.bytes === null) request?.reject(missing(request.path, "git does not have its object"));
      else request?.resolve(new Uint8Array(next.bytes));
      buffer = buffer.subarray(next.end);
    }
    pending = [buffer];
    size = buffer.length;
    if (waiting.length === 0) hold(child, false);
  });
}

/** The first answer in the buffer, or how many bytes are needed to say. */
function answerIn(buffer: Buffer): Answer | number {
  const line = buffer.indexOf(10);
  if (line < 0) return buffer.length + 1;
  const [, type, size] = buffer.toString("utf8", 0, line).split(" ");
  if (type !== "blob" && type !== "commit" && type !== "tree" && type !== "tag") return { bytes: null, end: line + 1 };
  const end = line + 1 + Number(size) + 1;
  return buffer.length < end ? end : { bytes: buffer.subarray(line + 1, end - 1), end };
}

/** An idle process must not keep the program running, a busy one has to. */
function hold(child: Process, busy: boolean): void {
  for (const handle of [child, child.stdin, child.stdout, child.stderr]) {
    if (!(handle === child || handle instanceof Socket)) continue;
    if (busy) handle.ref();
    else handle.unref();
  }
}

function missing(path: string, reason: string): UserError {
  return new UserError("unreadable", `${path} cannot be read from git: ${reason}`, {
    hint: "In a partial clone, fetch the missing objects: git fetch --refetch",
    place: { path },
  });
}
