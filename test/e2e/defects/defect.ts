import type { Project } from "../../support/example.ts";

/** One way to break the example, and the finding that has to name it. */
export type Defect = readonly [
  name: string,
  change: (project: Project) => void,
  rule: string,
  path: string,
  /** The line of the finding, counted from 1, or a text on that line. */
  at: number | string,
  /** Other rules that find an error in the same change. */
  also?: readonly string[],
];

export const config = ".designrc.json";
export const storeDesign = "docs/design/sessions/store.md";
export const storeSource = "src/sessions/store.ts";
export const storeTest = "test/sessions/store.test.ts";
export const orchestratorDesign = "docs/design/sessions/orchestrator.md";
export const orchestratorSource = "src/sessions/orchestrator.ts";
export const sessionDesign = "docs/design/sessions/session.md";
export const sessionSource = "src/sessions/session.ts";
export const expiryDesign = "docs/design/sessions/expiry.md";
export const expirySource = "src/sessions/expiry.ts";
export const cookieDesign = "docs/design/sessions/cookie.md";
export const cookieSource = "src/sessions/cookie.ts";
export const invitationDesign = "docs/design/sharing/invitation.md";
export const invitationSource = "src/sharing/invitation.ts";
export const serviceDesign = "docs/design/sharing/service.md";
export const serviceSource = "src/sharing/service.ts";
export const presenceDesign = "docs/design/sharing/presence.md";
export const presenceSource = "src/sharing/presence.ts";
export const guestListDesign = "docs/design/sharing/guest-list.md";
export const guestListSource = "src/sharing/guest-list.ts";
export const searchDesign = "docs/design/sharing/guest-search.md";
export const searchSource = "src/sharing/guest-search.ts";
export const resumeStory = "docs/stories/resume-session.md";
export const inviteStory = "docs/stories/invite-guest.md";
export const sessionsContext = "docs/architecture/sessions.md";
export const sharingContext = "docs/architecture/sharing.md";

/** A change that replaces one text in one file. */
export function swap(path: string, text: string, by: string): (project: Project) => void {
  return (project) => project.replace(path, text, by);
}

/** A change that adds text at the end of one file. */
export function append(path: string, text: string): (project: Project) => void {
  return (project) => project.write(path, project.read(path) + text);
}

/** A change that puts one text before the whole file. */
export function prepend(path: string, text: string): (project: Project) => void {
  return (project) => project.write(path, text + project.read(path));
}

/** Removes a section: its heading and everything before the next one of level 2. */
export function without(path: string, heading: string): (project: Project) => void {
  return (project) => {
    const [before = "", rest = ""] = split(project.read(path), `## ${heading}\n`);
    const next = rest.indexOf("\n## ");
    project.write(path, before + (next === -1 ? "" : rest.slice(next + 1)));
  };
}

/** Empties a section: its heading stays. */
export function emptied(path: string, heading: string, content = ""): (project: Project) => void {
  return (project) => {
    const [before = "", rest = ""] = split(project.read(path), `## ${heading}\n`);
    const next = rest.indexOf("\n## ");
    project.write(path, `${before}## ${heading}\n${content}${next === -1 ? "" : rest.slice(next)}`);
  };
}

/** Several changes, one after the other. */
export function all(...changes: ((project: Project) => void)[]): (project: Project) => void {
  return (project) => {
    for (const change of changes) change(project);
  };
}

function split(text: string, at: string): readonly string[] {
  const index = text.indexOf(at);
  if (index === -1) throw new Error(`there is no ${JSON.stringify(at)}`);
  return [text.slice(0, index), text.slice(index + at.length)];
}
