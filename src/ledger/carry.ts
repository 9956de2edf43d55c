import type { AuditDocument } from '../report/document.ts';

/** A count of things by id that goes from one closed period to the next: closing = opening + earned - used. */
export interface Carried {
  readonly opening: readonly string[];
  readonly earned: readonly string[];
  readonly used: readonly string[];
  readonly closing: readonly string[];
}

/** What a closed period leaves open. */
export interface Carry {
  /** Chains without a final verdict. */
  readonly pending: Carried;
  /** Rejected leads that a closed period paid and whose replacement is owed. */
  readonly replacements: Carried;
}
export const CARRIED = ['pending', 'replacements'] as const satisfies readonly (keyof Carry)[];

/** What is carried over from the period before, and on to the next. */
export function carryOf(document: AuditDocument, owed: readonly string[], before: Carry | undefined): Carry {
  const open = document.chains.filter((c) => c.verdict === 'pending' || c.verdict === 'review').map((c) => c.id);
  return { pending: move(open, before?.pending), replacements: move(owed, before?.replacements) };
}

function move(now: readonly string[], before: Carried | undefined): Carried {
  const [opening, closing] = [[...(before?.closing ?? [])], [...new Set(now)].sort()];
  return {
    opening,
    earned: closing.filter((id) => !opening.includes(id)),
    used: opening.filter((id) => !closing.includes(id)),
    closing,
  };
}

/** Whether it adds up, and begins where the period before ended. */
export function tiesOut({ opening, earned, used, closing }: Carried, before: Carried | undefined): boolean {
  const left = [...opening.filter((id) => !used.includes(id)), ...earned].sort();
  return same(left, closing) && same(opening, before?.closing ?? []) && used.every((id) => opening.includes(id));
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, i) => id === b[i]);
