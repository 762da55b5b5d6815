import type { TypeSettings } from "../config/config.ts";
import { renderTemplate } from "../document/template.ts";
import { writeEdits } from "../host/write.ts";
import { escapeControls } from "../report/escape.ts";
import { UserError } from "../user-error.ts";
import { discover } from "../workspace/discover.ts";
import { shippedTypes } from "../workspace/document-schemas.ts";
import { compilePattern } from "../workspace/pattern.ts";
import { findProject, type Project } from "./find-project.ts";
import { checkId } from "./id.ts";
import type { CommandIo } from "./io.ts";
import { placeFor } from "./new/place.ts";
import { titleFor } from "./new/title.ts";

/** What `new` is asked for; `config` is the value of `--config`, null for the usual place. */
export interface NewRequest {
  readonly type: string;
  readonly id: string;
  readonly config: string | null;
}

/**
 * Writes the document of a type and id from the type's template, as a draft. Gives the exit code; rejects with a `UserError`
 * where type or id cannot be used or the document stands already.
 */
export async function runNew(request: NewRequest, io: CommandIo): Promise<number> {
  const id = request.id.normalize("NFC");
  checkId(id);
  const project = await findProject(io.cwd, request.config);
  checkId(id, sourceRoots(project));
  const place = placeFor(project.config, request.type, id);
  refuseExisting(project, place.path, id);
  const template = await templateOf(place.type, project);
  const text = renderTemplate(template, { title: titleFor(id), type: place.type.name });
  await writeEdits(project.root, [{ kind: "create", path: place.path, text }]);
  const lines = [
    `wrote    ${place.path}`,
    "→ Replace each TODO(design) in it by what you decide; `design-lint` checks it from now on",
    ...(place.source === null || project.snapshot.files.has(place.source)
      ? []
      : [`→ When the design says what to build, set \`status: planned\`; the source goes to ${place.source}`]),
  ];
  io.stdout(`${escapeControls(lines.join("\n"))}\n`);
  return 0;
}

/** Without a folder of its own in the ids, a root like `src` begins no id. */
function sourceRoots({ config }: Project): readonly string[] {
  return config.scopes.flatMap(({ settings }) =>
    settings.idPrefix === "" ? settings.components.map(({ source, base }) => compilePattern(source, base).folder) : [],
  );
}

function refuseExisting({ snapshot, config }: Project, path: string, id: string): void {
  const paths = snapshot.files.keys();
  const [own] = discover([path], config).documents;
  const standing = discover(paths, config).documents.find((other) => other.id === id && other.kind === own?.kind);
  if (standing === undefined) return;
  throw new UserError("exists", `${standing.path} stands already and is not overwritten`, {
    hint: "edit it, or choose another id",
    place: { path: standing.path },
  });
}

async function templateOf({ name, template }: TypeSettings, { snapshot, platform }: Project): Promise<string> {
  const entry = template === null ? undefined : snapshot.files.get(template);
  if (entry !== undefined) return new TextDecoder().decode(await entry.read());
  if (template === null && Object.hasOwn(shippedTypes, name)) return platform.shipped(`templates/${name}.md`);
  throw new UserError("no-template", `The type ${name} has no template`, {
    hint: `set \`types.${name}.template\` in .designrc.json to a Markdown file of the repository`,
  });
}
