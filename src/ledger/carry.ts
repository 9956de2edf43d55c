import { toText } from '../price/money.ts';
import type { Minima } from '../price/shortfall.ts';
import type { AuditDocument } from '../report/document.ts';
import { sum } from '../report/phrases.ts';

/** A count of things by id that goes from one closed period to the next: closing = opening + earned - used. */
interface Carried {
  readonly opening: readonly string[];
  readonly earned: readonly string[];
  readonly used: readonly string[];
  readonly closing: readonly string[];
}

/** An amount of money that goes from one closed period to the next. */
type CarriedMoney = { readonly [K in keyof Carried]: string };

/** What a closed period leaves open. */
export interface Carry {
  /** Chains without a final verdict. */
  readonly pending: Carried;
  /** Rejected leads that a closed period paid and whose replacement is owed. */
  readonly replacements: Carried;
  /** What is still to be delivered, or else charged, of minima that are not due; absent without a minimum. */
  readonly minimum?: CarriedMoney | undefined;
}

/** What an audit leaves open. */
export interface Left {
  readonly document: AuditDocument;
  /** Ids of leads whose replacement is owed. */
  readonly owed: readonly string[];
  readonly minima: Minima | undefined;
}

/** What is carried over from the period before, and on to the next. */
export function carryOf({ document, owed, minima }: Left, before: Carry | undefined): Carry {
  const open = document.chains.filter((c) => c.verdict === 'pending' || c.verdict === 'review').map((c) => c.id);
  const minimum = moveMoney(minima, before);
  return {
    pending: move(open, before?.pending),
    replacements: move(owed, before?.replacements),
    ...(minimum && { minimum }),
  };
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

/** What begins is earned, in the first closing also what is under way; the rest was delivered or charged. */
function moveMoney(minima: Minima | undefined, before: Carry | undefined): CarriedMoney | undefined {
  const opening = before?.minimum?.closing;
  if (!minima) {
    if (opening === undefined) return undefined;
    return { opening, earned: nothing(opening), used: opening, closing: nothing(opening) };
  }
  const [earned, closing] = [toText(before ? minima.begun : minima.touched), toText(minima.left)];
  const from = opening ?? nothing(closing);
  return { opening: from, earned, used: sum([from, earned, `-${closing}`]), closing };
}

/** No money, with the digits of an amount. */
const nothing = (like: string): string => sum([like, `-${like}`]);

/** An amount or a count that goes over, as it is shown. */
export interface Tie {
  readonly name: string;
  readonly opening: string;
  readonly earned: string;
  readonly used: string;
  readonly closing: string;
  /** It adds up, and begins where the period before ended. */
  readonly holds: boolean;
}

/** Everything that a period carries over, and whether it ties out with the period before. */
export function tiesOf(carry: Carry, before: Carry | undefined): Tie[] {
  const counted = (['pending', 'replacements'] as const).map((name): Tie => {
    const { opening, earned, used, closing } = carry[name];
    return {
      name,
      opening: String(opening.length),
      earned: String(earned.length),
      used: String(used.length),
      closing: String(closing.length),
      holds: tiesOut(carry[name], before?.[name]),
    };
  });
  const none = { opening: '0', earned: '0', used: '0', closing: '0' };
  if (!carry.minimum && !before?.minimum) return counted;
  const money = carry.minimum ?? none;
  const [left, opening] = [sum([money.opening, money.earned, `-${money.used}`]), before?.minimum?.closing ?? '0'];
  const holds = isSame(left, money.closing) && isSame(money.opening, opening);
  return [...counted, { name: 'minimum', ...money, holds }];
}

function tiesOut({ opening, earned, used, closing }: Carried, before: Carried | undefined): boolean {
  const left = [...opening.filter((id) => !used.includes(id)), ...earned].sort();
  return same(left, closing) && same(opening, before?.closing ?? []) && used.every((id) => opening.includes(id));
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, i) => id === b[i]);

/** Two amounts of one worth: `0` is `0.00`. */
const isSame = (a: string, b: string): boolean => !/[1-9]/.test(sum([a, `-${b}`]));
