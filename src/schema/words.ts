import { configWords, type Words } from "./config-words.ts";
import { documentWords } from "./document-words.ts";
import { pointerSteps } from "./pointer.ts";

/** Words for a place of the document model, else of a config; `heading` names a section whose heading is known. */
export function wordsFor(pointer: string, heading?: string): Words {
  const steps = pointerSteps(pointer);
  return documentWords(steps, heading) ?? configWords(steps);
}
