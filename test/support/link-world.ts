import { type Dice, diceOf, pickByWeight } from './dice.ts';
import { type Client, clientOf, shuffle } from './link-world-crowd.ts';
import { doubtfulLead } from './link-world-doubt.ts';
import { hourLead, type Lead, type Mix, moverLead, sameLead } from './link-world-leads.ts';
import { nobodyLead } from './link-world-nobody.ts';
import { type Person, type View, writtenName } from './link-world-view.ts';

/** The cells of one row about a person, as the reader leaves them. */
export interface PersonCells {
  readonly id: string;
  readonly contact_name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly company?: string;
  readonly domain?: string;
  readonly title?: string;
  readonly starts_at?: number;
}

/** Who a lead is about. */
type Truth =
  | { readonly kind: 'same'; readonly ids: ReadonlySet<string> }
  | { readonly kind: 'nobody' }
  /** A careful person with both files at hand cannot say. */
  | { readonly kind: 'undecidable'; readonly among: ReadonlySet<string> };

/** A vendor's leads and a client's CRM, and who is who. */
export interface World {
  readonly leads: readonly PersonCells[];
  readonly people: readonly PersonCells[];
  readonly truth: ReadonlyMap<string, Truth>;
  /** What is wrong with a lead, its kinds joined by ` + `; `clean` where nothing is. */
  readonly kinds: ReadonlyMap<string, string>;
}

/** What becomes of leads, and how often. */
const FATES: readonly {
  readonly fate: 'found' | 'nobody' | 'doubt' | 'mover' | 'hour';
  readonly standard: number;
  readonly hard: number;
}[] = [
  { fate: 'found', standard: 9192, hard: 8010 },
  { fate: 'nobody', standard: 760, hard: 1900 },
  { fate: 'doubt', standard: 38, hard: 72 },
  { fate: 'mover', standard: 10, hard: 15 },
  { fate: 'hour', standard: 2, hard: 4 },
];

/** A vendor's drop and a client's CRM of these sizes; the same for the same seed. */
export function linkWorld(seed: number, size: { readonly leads: number; readonly people: number }, mix: Mix): World {
  const dice = diceOf(seed);
  const client = clientOf(size.people, dice.branch(0));
  const leads: PersonCells[] = [];
  const truth = new Map<string, Truth>();
  const kinds = new Map<string, string>();
  const queue = [...client.people];
  shuffle(queue, dice.branch(1));
  let next = 0;
  // Everybody once, before anybody twice; a few come back.
  const someone = (d: Dice): Person => (d.chance(0.03) ? d.pick(queue) : (queue[next++ % queue.length] as Person));
  for (let n = 1; leads.length < size.leads; n++) {
    const id = `L-${String(leads.length + 1).padStart(6, '0')}`;
    const found = leadOf(mix, client, someone, dice.branch(n + 1));
    if (!found) continue;
    leads.push(cellsOf(found.lead.view, id));
    truth.set(id, found.truth);
    kinds.set(id, found.lead.kinds.join(' + ') || 'clean');
  }
  return { leads, people: client.rows.map((row) => cellsOf(row, row.id)), truth, kinds };
}

const idsOf = (rows: readonly View[]): ReadonlySet<string> => new Set(rows.map(({ id }) => id));

function leadOf(
  mix: Mix,
  client: Client,
  someone: (dice: Dice) => Person,
  dice: Dice,
): { readonly lead: Lead; readonly truth: Truth } | undefined {
  const { fate } = pickByWeight(FATES, ({ [mix]: weight }) => weight, dice);
  if (fate === 'nobody') {
    const lead = nobodyLead(mix, client, dice);
    return lead && { lead, truth: { kind: 'nobody' } };
  }
  if (fate === 'doubt') {
    const lead = doubtfulLead(client, dice);
    return lead && { lead, truth: { kind: 'undecidable', among: idsOf(lead.among.flatMap(({ rows }) => rows)) } };
  }
  const lead =
    fate === 'mover'
      ? moverLead(client, dice)
      : fate === 'hour'
        ? hourLead(client, dice)
        : sameLead(someone(dice), mix, client, dice);
  return lead && { lead, truth: { kind: 'same', ids: idsOf(lead.view.person.rows) } };
}

export function cellsOf(view: View, id: string): PersonCells {
  const name = writtenName(view);
  const { email, phone, company, domain, title, start } = view;
  return {
    id,
    ...(name === undefined ? {} : { contact_name: name }),
    ...(email === undefined ? {} : { email }),
    ...(phone === undefined ? {} : { phone }),
    ...(company === undefined ? {} : { company }),
    ...(domain === undefined ? {} : { domain }),
    ...(title === undefined ? {} : { title }),
    ...(start === undefined ? {} : { starts_at: start }),
  };
}

export { score, scoreTable } from './link-world-score.ts';
