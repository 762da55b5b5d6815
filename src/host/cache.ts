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

interface Shard {
  readonly entries: Map<string, Entry>;
  changed: boolean;
}

/** An entry that no run asked for in so many days is dropped. */
const keptDays = 7;

/**
 * The cache of the root folder `root` for this `version` of the program. What is damaged, of another version or unreadable counts as
 * not there; a folder that cannot be written keeps nothing. `disabled` reads and writes nothing.
 */
export function openCache(root: string, version: string, disabled: boolean): HostCache {
  if (disabled) return { get: () => undefined, set: () => undefined, flush: async () => undefined };
  const folder = cacheFolder(root, process.env);
  const today = Math.floor(Date.now() / 86_400_000);
  const shards = new Map<string, Shard>();
  const shardOf = (key: string): Shard => {
    const name = shardName(key);
    const shard = shards.get(name) ?? { entries: readShard(join(folder, name), version), changed: false };
    shards.set(name, shard);
    return shard;
  };
  return {
    get: (key) => {
      const shard = shardOf(key);
      const entry = shard.entries.get(key);
      if (entry === undefined) return undefined;
      if (entry.day !== today) {
        shard.entries.set(key, { ...entry, day: today });
        shard.changed = true;
      }
      return parse(entry.json);
    },
    set: (key, value) => {
      const json = JSON.stringify(value);
      if (json === undefined) return;
      const shard = shardOf(key);
      shard.entries.set(key, { day: today, json });
      shard.changed = true;
    },
    flush: async () => {
      const changed = [...shards].filter(([, shard]) => shard.changed);
      await Promise.all(changed.map(([name, shard]) => writeShard(join(folder, name), version, recent(shard, today))));
      for (const [, shard] of changed) shard.changed = false;
    },
  };
}

function recent(shard: Shard, today: number): ReadonlyMap<string, Entry> {
  return new Map([...shard.entries].filter(([, entry]) => today - entry.day <= keptDays));
}

/** Keys end in what tells files of one kind apart and begin with the kind: all their characters count. */
function shardName(key: string): string {
  let sum = 0;
  for (let index = 0; index < key.length; index++) sum = (Math.imul(sum, 31) + key.charCodeAt(index)) | 0;
  return `${(sum & 15).toString(16)}.facts`;
}

/** First line: what the rest must be; then a line an entry: day, key and value, the last two as JSON. */
function readShard(path: string, version: string): Map<string, Entry> {
  const text = textOf(path);
  const end = text.indexOf("\n");
  const body = text.slice(end + 1);
  if (end < 0 || text.slice(0, end) !== header(version, body)) return new Map();
  const lines = body.split("\n").filter((line) => line !== "");
  return new Map(
    lines.map((line): [string, Entry] => {
      const [day = "0", key = '""', json = "null"] = line.split("\t");
      return [String(parse(key)), { day: Number(day), json }];
    }),
  );
}

async function writeShard(path: string, version: string, entries: ReadonlyMap<string, Entry>): Promise<void> {
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

function header(version: string, body: string): string {
  return `design-lint facts 1 ${JSON.stringify(version)} ${createHash("sha256").update(body).digest("hex")}`;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // Not written yet, or not ours to read: an empty cache either way.
    return "";
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
