/** How many forms a file's comparison may still write out. */
export interface FormBudget {
  /** What one export gets: by the characters that it is written in, and a part of what all exports have in common. */
  share(characters: number): FormShare;
}

/** What is left for one export. */
export interface FormShare {
  /** Takes a number of forms; false where they are too many, and from then on. */
  spend(forms: number): boolean;
  /** Raises it by what a further declaration is worth, once each. */
  add(characters: number, declaration: object): void;
  /** Why forms were refused; null where none were. */
  lack(): string | null;
}

/** Why an export was not written out in full: its own size, or what the others had taken before it. */
export const lacks = {
  alone: "the types are too large",
  together: "the types of this file are too large together",
} as const;

/** True for the reasons of a lack: what is too large does not get smaller by being asked about. */
export function isLack(reason: string | undefined): boolean {
  return reason === lacks.alone || reason === lacks.together;
}

const least = 10_000;
const charactersPerForm = 2;
const charactersPerCommonForm = 8;

/**
 * A budget for two texts of so many characters together. What is no larger than it is written costs no other export anything. For
 * aliases and conditional types, which are larger than they are written, an export may take half of what is left in common: so the first
 * one leaves something to all that follow.
 */
export function createFormBudget(characters: number): FormBudget {
  const whole = least + Math.ceil(characters / charactersPerCommonForm);
  let common = whole;
  return {
    share(written) {
      let beyond = Math.floor(common / 2);
      let own = Math.ceil(written / charactersPerForm);
      const reason = beyond < whole / 4 ? lacks.together : lacks.alone;
      const added = new Set<object>();
      let isOut = false;
      return {
        spend(forms) {
          const more = Math.max(0, forms - own);
          isOut ||= more > beyond;
          if (isOut) return false;
          own = Math.max(0, own - forms);
          beyond -= more;
          common -= more;
          return true;
        },
        add(more, declaration) {
          if (!added.has(declaration)) own += Math.ceil(more / charactersPerForm);
          added.add(declaration);
        },
        lack: () => (isOut ? reason : null),
      };
    },
  };
}
