import { pointerTo } from "../schema/pointer.ts";
import type { RuleOverride, RuleSetting, Settings, TypeSettings } from "./config.ts";
import { plainGlob } from "./glob-check.ts";
import { joinPath } from "./paths.ts";
import type { RawRule, RawType } from "./raw-config.ts";
import type { ConfigSource } from "./source.ts";

/** The settings that follow when a config speaks over inherited ones: rules, types and headings merge by entry, lists replace. */
export function mergeConfig(inherited: Settings, source: ConfigSource): Settings {
  const { raw } = source;
  return {
    ...inherited,
    ...layoutOf(source),
    types: mergeTypes(inherited.types, source),
    exempt: raw.exempt === undefined ? inherited.exempt : exemptionsOf(source),
    rules: mergeRules(inherited.rules, raw.rules ?? {}),
    overrides: overridesOf(inherited.overrides, source),
    headings: { ...inherited.headings, ...raw.headings },
    ...(raw.routing === undefined ? {} : { routing: raw.routing }),
    ...(raw.evidence === undefined ? {} : { evidence: { ...raw.evidence, base: source.base } }),
  };
}

/** Settings of rules over inherited ones; an entry that names no options keeps those that it inherits. */
export function mergeRules(
  inherited: Readonly<Record<string, RuleSetting>>,
  raw: Readonly<Record<string, RawRule>>,
): Readonly<Record<string, RuleSetting>> {
  const own = Object.entries(raw).map(([id, entry]): [string, RuleSetting] => {
    const [severity, options] = typeof entry === "string" ? [entry] : entry;
    return [id, { severity, options: options ?? inherited[id]?.options ?? {} }];
  });
  return { ...inherited, ...Object.fromEntries(own) };
}

function layoutOf(source: ConfigSource): Partial<Settings> {
  const { raw, base } = source;
  const document = (key: "stories" | "contexts") => {
    const pattern = raw[key];
    return pattern === undefined
      ? {}
      : { [key]: { pattern: plainGlob(pattern), base, place: source.place(`/${key}`) } };
  };
  const components = raw.components?.map((entry, index) => ({
    source: plainGlob(entry.source),
    design: plainGlob(entry.design),
    test: plainGlob(entry.test),
    base,
    place: source.place(`/components/${index}/source`),
  }));
  return { ...(components === undefined ? {} : { components }), ...document("stories"), ...document("contexts") };
}

function mergeTypes(
  inherited: Readonly<Record<string, TypeSettings>>,
  source: ConfigSource,
): Readonly<Record<string, TypeSettings>> {
  const own = Object.entries(source.raw.types ?? {}).map(([name, raw]): [string, TypeSettings] => {
    const before = Object.hasOwn(inherited, name) ? inherited[name] : undefined;
    return [name, typeOf({ name, raw, before }, source)];
  });
  return { ...inherited, ...Object.fromEntries(own) };
}

interface NamedType {
  readonly name: string;
  readonly raw: RawType;
  readonly before: TypeSettings | undefined;
}

function typeOf({ name, raw, before }: NamedType, source: ConfigSource): TypeSettings {
  const rooted = (path: string | undefined) => (path === undefined ? undefined : joinPath(source.base, path));
  return {
    name,
    route: raw.route ?? before?.route ?? null,
    match: raw.match?.map(plainGlob) ?? before?.match ?? [],
    base: raw.match === undefined ? (before?.base ?? source.base) : source.base,
    schema: rooted(raw.schema) ?? before?.schema ?? null,
    template: rooted(raw.template) ?? before?.template ?? null,
    place: source.place(pointerTo("/types", name)),
  };
}

function exemptionsOf(source: ConfigSource): Settings["exempt"] {
  return (source.raw.exempt ?? []).map(({ files, reason, owes }, index) => ({
    globs: files.map(plainGlob),
    reason,
    owes: owes ?? [],
    base: source.base,
    places: files.map((_, at) => source.place(`/exempt/${index}/files/${at}`)),
  }));
}

/** Rules that are nearer to the files win over inherited overrides, so they follow these as an override of their own. */
function overridesOf(inherited: readonly RuleOverride[], source: ConfigSource): readonly RuleOverride[] {
  const { raw, base } = source;
  const own = raw.overrides?.map(({ files, rules }, index) => ({
    globs: files.map(plainGlob),
    base,
    rules: mergeRules({}, rules),
    places: files.map((_, at) => source.place(`/overrides/${index}/files/${at}`)),
  }));
  if (own !== undefined) return own;
  if (inherited.length === 0 || raw.rules === undefined) return inherited;
  return [...inherited, { globs: ["**"], base, rules: mergeRules({}, raw.rules) }];
}
