import { spells } from './emails.ts';
import type { Scale } from './fields.ts';
import type { Identity } from './identity.ts';
import { isFullName } from './names.ts';

/** The level of each field of a pair. */
export interface Levels {
  readonly email: string;
  readonly name: string;
  readonly phone: string;
  readonly company: string;
  readonly time: string;
}

/** What sends a pair with a high score to a person: the bits agree, and still it may be somebody else. */
interface Veto {
  readonly says: string;
  holds(levels: Levels, a: Identity, b: Identity, scale: Scale): boolean;
}

/** A firm that is nearly the same is another one where the addresses lie elsewhere. */
const isAtFirm = ({ company, email }: Levels): boolean =>
  company === 'same' || (company === 'near' && email !== 'elsewhere');
const isAtTime = ({ time }: Levels): boolean => time === 'same';
/** A number behind which there is one family name. */
const isDirect = ({ phone }: Levels, a: Identity, { census }: Scale): boolean =>
  phone === 'same' && census.behindPhone(a.phone) <= 1;

/** In order: the first that holds is the reason. */
export const VETOES = {
  name_conflict: {
    says: 'address, number or company agree, and the names are two',
    holds: (levels) =>
      levels.name.startsWith('other') ||
      (levels.name === 'given_initial' && !(levels.email === 'same' && isAtFirm(levels) && isAtTime(levels))),
  },
  name_only: {
    says: 'the name agrees, and nothing else does',
    holds: (levels) =>
      !['same', 'near', 'post'].includes(levels.email) &&
      levels.phone !== 'same' &&
      !isAtFirm(levels) &&
      !(levels.company === 'part' && isAtTime(levels) && levels.email !== 'elsewhere'),
  },
  spells_another: {
    says: 'a work address on one side spells another person than the name on the other',
    holds: (levels, a, b, scale) =>
      levels.email !== 'same' &&
      !(isDirect(levels, a, scale) && levels.name === 'same' && isAtFirm(levels)) &&
      (spellsAnother(a, b, scale) || spellsAnother(b, a, scale)),
  },
  others_address: {
    says: 'the client knows somebody else under this address',
    holds: ({ email }, a, _b, { census }) => email !== 'same' && !a.isPost && census.isKnownEmail(a.email),
  },
  two_addresses: {
    says: 'two addresses at one host that are not both made of the name, and no direct number',
    holds: (levels, a, _b, scale) =>
      levels.email === 'other' && !(isDirect(levels, a, scale) && levels.name === 'same'),
  },
  initial_only: {
    says: 'an initial, half a name or none, and neither an address, a direct number of one person, nor the firm at the same hour',
    holds: (levels, a, _b, scale) =>
      !isFullName(levels.name) &&
      levels.email !== 'same' &&
      !(isDirect(levels, a, scale) && levels.name !== 'missing' && levels.name !== 'ending') &&
      !(isAtTime(levels) && levels.name !== 'ending' && isAtFirm(levels)),
  },
  other_company: {
    says: 'the companies are two, and no address or direct number of one person ties them',
    holds: (levels, a, _b, scale) =>
      levels.company === 'other' &&
      levels.email !== 'same' &&
      !(isFullName(levels.name) && (levels.email === 'near' || isDirect(levels, a, scale))),
  },
} satisfies Readonly<Record<string, Veto>>;
export type VetoCode = keyof typeof VETOES;

/** Whether the work address of one side is made of words that the other side's name does not have. */
function spellsAnother(a: Identity, b: Identity, { registry }: Scale): boolean {
  const name = registry.name(b.name);
  return a.cells.email !== undefined && a.domain >= 0 && name !== undefined && spells(a.cells.email, name) === 'other';
}

/** The veto on a pair, if one holds. */
export function vetoOn(levels: Levels, a: Identity, b: Identity, scale: Scale): VetoCode | undefined {
  const rows = Object.entries(VETOES) as [VetoCode, Veto][];
  return rows.find(([, veto]) => veto.holds(levels, a, b, scale))?.[0];
}
