import { type Dice, pickByWeight } from './dice.ts';
import { CELL_TROUBLES } from './link-world-cell-troubles.ts';
import type { Client } from './link-world-crowd.ts';
import { NAME_DRESSES } from './link-world-name-dress.ts';
import { NAME_TROUBLES } from './link-world-name-troubles.ts';
import { proofOf } from './link-world-proof.ts';
import type { Trouble } from './link-world-trouble.ts';
import { type Fill, type Person, type View, viewOf } from './link-world-view.ts';

/** How much goes wrong in a vendor's file. */
export type Mix = 'standard' | 'hard';
export interface Lead {
  readonly view: View;
  readonly kinds: readonly string[];
}

export const VENDOR_FILL: Fill = {
  email: 0.9,
  phone: 0.8,
  switchboard: 0.35,
  company: 0.97,
  domain: 0.12,
  title: 0.8,
  start: 0.9,
};
export const TROUBLES: readonly Trouble[] = [...NAME_TROUBLES, ...NAME_DRESSES, ...CELL_TROUBLES];

function troublesOf(mix: Mix, dice: Dice): number {
  if (mix === 'hard') return dice.chance(0.5) ? 1 : 2;
  const share = dice.whole(0, 99);
  return share < 76 ? 0 : share < 95 ? 1 : 2;
}

/** Harms the row in so many ways, of different cells; undefined where the throw does not fit the row. */
export function harmed(
  view: View,
  count: number,
  among: readonly Trouble[],
  client: Client,
  dice: Dice,
): string[] | undefined {
  const troubles: Trouble[] = [];
  for (let tries = 0; troubles.length < count; tries++) {
    if (tries > 20) return undefined;
    const trouble = pickByWeight(among, ({ weight }) => weight, dice);
    if (troubles.some(({ cell }) => cell === trouble.cell)) continue;
    // A trouble that does not fit may have touched the row: a failed throw is thrown again as a whole.
    if (!trouble.harm(view, dice, client)) return undefined;
    troubles.push(trouble);
  }
  return troubles.map(({ kind }) => kind);
}

/** Harms the name of a row in a way that loses nothing. */
export function disguised(make: () => View, share: number, client: Client, dice: Dice): Lead {
  if (dice.chance(share)) {
    for (let tries = 0; tries < 10; tries++) {
      const view = make();
      const kinds = harmed(view, 1, NAME_DRESSES, client, dice);
      if (kinds) return { view, kinds };
    }
  }
  return { view: make(), kinds: [] };
}

/** A lead about a person of the CRM whom a careful reader finds there, and nobody else. */
export function sameLead(person: Person, mix: Mix, client: Client, dice: Dice): Lead | undefined {
  const count = troublesOf(mix, dice);
  for (let tries = 0; tries < 30; tries++) {
    const view = viewOf(person, VENDOR_FILL, dice);
    if (view.start !== undefined) view.start = dice.pick(person.rows).start;
    const kinds = harmed(view, count, TROUBLES, client, dice);
    if (kinds && isFound(view, client)) {
      if (person.rows.length > 1) kinds.push('double in the CRM');
      return { view, kinds };
    }
  }
  return undefined;
}

function isFound(view: View, { crowd }: Client): boolean {
  return view.person.rows.some((row) => {
    const proof = proofOf(view, row);
    return proof !== undefined && crowd.isSound(proof, view);
  });
}

/** A person whom the CRM knows at a former firm: the private number or address has stayed. */
export function moverLead(client: Client, dice: Dice): Lead | undefined {
  if (!client.movers.length) return undefined;
  const person = dice.pick(client.movers);
  const view: View = { ...viewOf(person, VENDOR_FILL, dice), phone: person.mobile, phoneHold: 'own' };
  return isFound(view, client) ? { view, kinds: ['changed the firm'] } : undefined;
}

/** One of two namesakes of a firm, told by the hour of the meeting alone. */
export function hourLead(client: Client, dice: Dice): Lead | undefined {
  const pairs = client.twins.get('namesakes') ?? [];
  if (!pairs.length) return undefined;
  const pair = dice.pick(pairs);
  const at = dice.whole(0, 1);
  const [person, other] = at ? [pair[1], pair[0]] : pair;
  const [start, otherStart] = [person.rows[0]?.start, other.rows[0]?.start];
  if (start === undefined || otherStart === undefined || Math.abs(start - otherStart) < 2 * 86_400_000)
    return undefined;
  const view: View = {
    ...viewOf(person, { ...VENDOR_FILL, email: 0, phone: 0.6, switchboard: 1, company: 1 }, dice),
    start,
  };
  return { view, kinds: ['namesake told by the hour'] };
}
