import { spellingBy, spells } from './emails.ts';
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

/** A firm that is nearly the same is another one where the addresses lie elsewhere, and may be a sister where they end otherwise. */
const isAtFirm = ({ company, email }: Levels): boolean =>
  company === 'same' || (company === 'near' && email !== 'elsewhere' && email !== 'ending');
/** The same words, in one order or the other. */
const isWhole = ({ name }: Levels): boolean => name === 'same' || name === 'turned';
/** Somebody of the firm is met at the same hour. */
const isMet = (levels: Levels): boolean => levels.time === 'same' && isAtFirm(levels);
/** A number behind which there is one family name. */
const isDirect = ({ phone }: Levels, a: Identity, { census }: Scale): boolean =>
  phone === 'same' && census.behindPhone(a.phone) <= 1;

/** Another family name behind the same given one: address, direct number and firm together say that it has changed. */
const isRenamed = (levels: Levels, a: Identity, scale: Scale): boolean =>
  levels.name === 'other_family' &&
  levels.email === 'same' &&
  levels.company === 'same' &&
  isDirect(levels, a, scale) &&
  scale.census.behindEmail(a.email) <= 1;

/** What is enough beside a name that is not whole where no address agrees: mostly a direct number, or the firm at the same hour. */
const ENOUGH: Readonly<Record<string, (isDirect: boolean, isMet: boolean) => boolean>> = {
  missing: (_, isMet) => isMet,
  // A number may be a father's and a son's.
  generation: (_, isMet) => isMet,
  ending: () => false,
  garbled: (isDirect, isMet) => isDirect && isMet,
};
const anyOf = (isDirect: boolean, isMet: boolean): boolean => isDirect || isMet;
const isEnough = (levels: Levels, a: Identity, scale: Scale): boolean =>
  (ENOUGH[levels.name] ?? anyOf)(isDirect(levels, a, scale), isMet(levels));

/** In order: the first that holds is the reason. */
export const VETOES = {
  name_conflict: {
    says: 'address, number or company agree, and the names are two',
    holds: (levels, a, _b, scale) =>
      (levels.name.startsWith('other') && !isRenamed(levels, a, scale)) ||
      (levels.name === 'given_initial' && !(levels.email === 'same' && isMet(levels))),
  },
  name_only: {
    says: 'the name agrees, and nothing else does',
    holds: (levels) =>
      !['same', 'near', 'post'].includes(levels.email) &&
      levels.phone !== 'same' &&
      !isAtFirm(levels) &&
      !(['near', 'part'].includes(levels.company) && levels.time === 'same' && levels.email !== 'elsewhere'),
  },
  spells_another: {
    says: 'a work address on one side spells another person than the name on the other, or the only name there is',
    holds: (levels, a, b, scale) =>
      levels.email === 'same'
        ? levels.name === 'missing' && (spellsAnother(a, a, scale) || spellsAnother(b, b, scale))
        : !(
            isWhole(levels) &&
            (levels.email === 'near' || (isDirect(levels, a, scale) && isAtFirm(levels)) || isMet(levels))
          ) &&
          (spellsAnother(a, b, scale) || spellsAnother(b, a, scale)),
  },
  others_address: {
    says: 'the client knows somebody else under this address',
    holds: ({ email }, a, _b, { census }) => email !== 'same' && !a.isPost && census.isKnownEmail(a.email),
  },
  two_addresses: {
    says: 'two addresses at one host that are not both made of the name, and neither a direct number nor the firm at the same hour',
    holds: (levels, a, b, scale) =>
      levels.email === 'other' &&
      !(
        (isDirect(levels, a, scale) || isMet(levels)) &&
        (levels.name === 'same' || (isFullName(levels.name) && isOneSpelled(a, b, scale)))
      ),
  },
  initial_only: {
    says: 'an initial, half a name, a garbled one or none, and neither an address, a direct number of one person, nor the firm at the same hour',
    holds: (levels, a, _b, scale) => !isFullName(levels.name) && levels.email !== 'same' && !isEnough(levels, a, scale),
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

/** Whether nothing but the name agrees, and two other fields at least differ: a namesake, of whom there is nothing to ask. */
export function isNamesake({ email, phone, company, time }: Levels): boolean {
  const differ = [['private', 'elsewhere', 'other'].includes(email), phone === 'other', company === 'other'];
  const isOpen = [email, phone, company].every((level, i) => differ[i] || level === 'missing');
  return isOpen && differ.filter(Boolean).length > 1 && time !== 'same' && time !== 'near';
}

/** Whether a name that is not whole, and no address, says who of a firm is meant. */
export const isHalfNamed = ({ email, name }: Levels): boolean =>
  ['initial', 'family_only', 'given_only'].includes(name) && email !== 'same';

/** Whether the work address of one side is made of words that the other side's name does not have. */
function spellsAnother(a: Identity, b: Identity, { registry }: Scale): boolean {
  const name = registry.name(b.name);
  return a.cells.email !== undefined && a.domain >= 0 && name !== undefined && spells(a.cells.email, name) === 'other';
}

const ROWS = Object.entries(VETOES) as [VetoCode, Veto][];

/** Whether two addresses leave it open that two spellings of a name are one. */
function isOneSpelled(a: Identity, b: Identity, { registry }: Scale): boolean {
  const [x, y] = [registry.name(a.name), registry.name(b.name)];
  const spelling = x && y && spellingBy(a.cells.email ?? '', x, b.cells.email ?? '', y);
  return spelling === 'theirs' || spelling === 'open';
}

/** The veto on a pair, if one other than `but` holds. */
export const vetoOn = (levels: Levels, a: Identity, b: Identity, scale: Scale, but?: VetoCode): VetoCode | undefined =>
  ROWS.find(([code, veto]) => code !== but && veto.holds(levels, a, b, scale))?.[0];
