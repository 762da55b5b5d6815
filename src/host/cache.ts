import { createHash } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FactCache } from "../workspace/facts.ts";
import { cacheFolder } from "./cache-folder.ts";

/** The cache of one root between runs. `flush` writes what this run learnt; it never rejects. */
export interface HostCache extends FactCache {
  flush(): Promise<void>;
}

/** One value as it stands in a shard: the day of its last use (days since 1970), and its JSON. */
interface Entry {
  readonly day: number;
  readonly json: string;
}

/** A file of the cache: its text, and its entries by key once that many were asked for that reading all of them is worth it. */
interface Shard {
  readonly body: string;
  entries: Map<string, Entry> | null;
  asked: number;
}

/** So many entries of a shard are looked up in its text; then all are read. */
const mostSearched = 8;

/** A run that learns no more than so many things writes them to one file, instead of a file for each that it belongs to. */
const mostRecent = 100;

/** An entry that no run asked for in so many days is dropped. */
const keptDays = 7;

/**
 * The cache of the root folder `root` for this `version` of the program. What is damaged, of another version or unreadable counts as
 * not there; a folder that cannot be written keeps nothing. `disabled` reads and writes nothing.
 */
export function openCache(root: string, version: string, disabled: boolean): HostCache {
  if (disabled) return { get: () => undefined, set: () => undefined, flush: async () => undefined };
  const today = Math.floor(Date.now() / 86_400_000);
  const stored = openStore(cacheFolder(root, process.env), version);
  const fresh = new Map<string, Entry>();
  return {
    get: (key) => {
      const entry = fresh.get(key) ?? stored.recent().get(key) ?? lookUp(stored.shard(shardName(key)), key);
      if (entry === undefined) return undefined;
      if (entry.day !== today) fresh.set(key, { ...entry, day: today });
      return parse(entry.json);
    },
    set: (key, value) => {
      const json = JSON.stringify(value);
      if (json !== undefined) fresh.set(key, { day: today, json });
    },
    flush: async () => {
      if (fresh.size > 0) await stored.add(fresh, today);
      fresh.clear();
    },
  };
}

/** What earlier runs have left: the shards, and what has been learnt since these were written. */
interface Store {
  shard(name: string): Shard;
  recent(): ReadonlyMap<string, Entry>;
  add(entries: ReadonlyMap<string, Entry>, today: number): Promise<void>;
}

const recentName = "recent.facts";

function openStore(folder: string, version: string): Store {
  const shards = new Map<string, Shard>();
  let known: ReadonlyMap<string, Entry> | null = null;
  const shard = (name: string): Shard => {
    const found = shards.get(name) ?? newShard(readBody(join(folder, name), version));
    shards.set(name, found);
    return found;
  };
  const recent = (): ReadonlyMap<string, Entry> => {
    known ??= readEntries(readBody(join(folder, recentName), version));
    return known;
  };
  const write = (name: string, entries: ReadonlyMap<string, Entry>) =>
    writeEntries(join(folder, name), version, entries);
  return {
    shard,
    recent,
    async add(entries, today) {
      const learnt = new Map([...recent(), ...entries]);
      const isSmall = learnt.size <= mostRecent;
      known = isSmall ? learnt : new Map();
      if (!isSmall) {
        for (const [key, entry] of learnt) entriesOf(shard(shardName(key))).set(key, entry);
        const changed = [...new Set([...learnt.keys()].map(shardName))];
        await Promise.all(changed.map((name) => write(name, young(entriesOf(shard(name)), today))));
      }
      await write(recentName, known);
    },
  };
}

function newShard(body: string): Shard {
  return { body, entries: null, asked: 0 };
}

/** A run on few files asks for few entries: these are searched, since reading a whole shard takes longer. */
function lookUp(shard: Shard, key: string): Entry | undefined {
  if (shard.entries !== null || shard.asked++ >= mostSearched) return entriesOf(shard).get(key);
  const { body } = shard;
  const field = `\t${JSON.stringify(key)}\t`;
  // Neither key nor value holds a tab or a line feed as it stands in JSON, so that this is the field of a key.
  const at = body.indexOf(field);
  if (at < 0) return undefined;
  const start = body.lastIndexOf("\n", at) + 1;
  const end = body.indexOf("\n", at);
  return { day: Number(body.slice(start, at)), json: body.slice(at + field.length, end) };
}

function entriesOf(shard: Shard): Map<string, Entry> {
  shard.entries ??= readEntries(shard.body);
  return shard.entries;
}

function young(entries: ReadonlyMap<string, Entry>, today: number): ReadonlyMap<string, Entry> {
  return new Map([...entries].filter(([, entry]) => today - entry.day <= keptDays));
}

/** Keys end in what tells files of one kind apart and begin with the kind: all their characters count. */
function shardName(key: string): string {
  let sum = 0;
  for (let index = 0; index < key.length; index++) sum = (Math.imul(sum, 31) + key.charCodeAt(index)) | 0;
  return `${(sum & 255).toString(16).padStart(2, "0")}.facts`;
}

/** First line: what the rest must be; then a line an entry: day, key and value, the last two as JSON. */
function readBody(path: string, version: string): string {
  const bytes = bytesOf(path);
  const end = bytes.indexOf(10);
  const body = bytes.subarray(end + 1);
  return end >= 0 && bytes.toString("utf8", 0, end) === header(version, body) ? body.toString("utf8") : "";
}

function readEntries(body: string): Map<string, Entry> {
  const lines = body.split("\n").filter((line) => line !== "");
  return new Map(
    lines.map((line): [string, Entry] => {
      const [day = "0", key = '""', json = "null"] = line.split("\t");
      return [String(parse(key)), { day: Number(day), json }];
    }),
  );
}

async function writeEntries(path: string, version: string, entries: ReadonlyMap<string, Entry>): Promise<void> {
  const lines = [...entries].map(([key, { day, json }]) => `${day}\t${JSON.stringify(key)}\t${json}\n`);
  const body = lines.join("");
  try {
    mkdirSync(join(path, ".."), { recursive: true });
    const { default: writeFileAtomic } = await import("write-file-atomic");
    await writeFileAtomic(path, `${header(version, body)}\n${body}`, { fsync: false });
  } catch (error) {
    // Without a cache the next run is slower, not wrong: a read-only checkout or a full disk is no error.
    if (!(error instanceof Error && "syscall" in error)) throw error;
  }
}

function header(version: string, body: string | Buffer): string {
  return `design-lint facts 1 ${JSON.stringify(version)} ${createHash("sha256").update(body).digest("hex")}`;
}

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    // Not written yet, or not ours to read: an empty cache either way.
    return Buffer.alloc(0);
  }
}

/** The checksum was right, so this is JSON; were it not, the value would count as unknown. */
function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
