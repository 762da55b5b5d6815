import type { TypeFiles } from "../platform.ts";

/** A disk that writes into `answers` what it is asked, as `probe` takes it, with the first answer; `known` paths are left out. */
export function watchFiles(
  files: TypeFiles,
  known: (path: string) => boolean,
  answers: Map<string, string>,
): TypeFiles {
  // The answer is taken before the file is read: what changes in between then differs the next time.
  const note = (kind: string, path: string): void => {
    const question = `${kind}:${path}`;
    if (!answers.has(question) && !known(path)) answers.set(question, answerOf(files, question));
  };
  const noting = <T>(kind: string, ask: (path: string) => T) => {
    return (path: string): T => {
      note(kind, path);
      return ask(path);
    };
  };
  return {
    fileExists: noting("kind", (path) => files.fileExists(path)),
    readFile: noting("bytes", (path) => files.readFile(path)),
    directoryExists: noting("kind", (path) => files.directoryExists(path)),
    getDirectories: noting("folders", (path) => files.getDirectories(path)),
    realpath: noting("real", (path) => files.realpath(path)),
  };
}

/** Asks the disk again; a platform that has no short answer gives the whole one. */
export function answerOf(files: TypeFiles, question: string): string {
  if (files.probe !== undefined) return files.probe(question);
  const colon = question.indexOf(":");
  const path = question.slice(colon + 1);
  switch (question.slice(0, colon)) {
    case "kind":
      return files.fileExists(path) ? "file" : files.directoryExists(path) ? "folder" : "none";
    case "bytes":
      return JSON.stringify(files.readFile(path) ?? null);
    case "folders":
      return JSON.stringify(files.getDirectories(path));
    default:
      return files.realpath(path);
  }
}
