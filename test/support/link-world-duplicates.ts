import { type Dice, diceOf } from './dice.ts';
import { cellsOf, type PersonCells } from './link-world.ts';
import { type Client, clientOf, shuffle } from './link-world-crowd.ts';
import { harmed, type Lead, TROUBLES, VENDOR_FILL } from './link-world-leads.ts';
import { nobodyLead } from './link-world-nobody.ts';
import { proofOf } from './link-world-proof.ts';
import { type Fill, type Person, shownOf, type View, viewOf } from './link-world-view.ts';

/** The leads of several drops, some of them about one person. */
export interface DuplicateWorld {
  readonly leads: readonly PersonCells[];
  /** The drop that a lead came in, from 0. */
  readonly drops: ReadonlyMap<string, number>;
  /** The groups of leads that are about one person; a lead in none is about somebody of its own. */
  readonly groups: readonly ReadonlySet<string>[];
  /** What is wrong with a lead, or near whom it comes, joined by ` + `; `clean` where nothing is. */
  readonly kinds: ReadonlyMap<string, string>;
}

const DROPS = 4;
const FULL: Fill = { ...VENDOR_FILL, email: 1, company: 1 };
const GROUPED = 0.08;

/** So many leads in several drops; the same for the same seed. */
export function duplicateWorld(seed: number, size: number): DuplicateWorld {
  const dice = diceOf(seed);
  const client = clientOf(Math.max(40, Math.ceil(size * 0.9)), dice.branch(0));
  const vendorPhone = client.numbers.throw('US', false, dice);
  const made: (readonly Lead[])[] = [];
  let count = 0;
  const put = (leads: readonly Lead[] | undefined): void => {
    if (!leads?.length || count + leads.length > size) return;
    made.push(leads);
    count += leads.length;
  };
  for (const [kind, pairs] of client.twins) {
    for (const person of pairs.flat()) if (person.rows.length) put([{ view: twinView(person, dice), kinds: [kind] }]);
  }
  const twins = new Set([...client.twins.values()].flat(2));
  const queue = client.people.filter((person) => !twins.has(person));
  shuffle(queue, dice);
  for (let n = 0; count < size; n++) {
    const d = dice.branch(n + 1);
    const person = queue[n];
    if (!person || d.chance(0.08)) {
      const stranger = nobodyLead(d.chance(0.5) ? 'hard' : 'standard', client, d);
      if (stranger && stands(stranger.view, client)) {
        client.crowd.add(stranger.view.person, [stranger.view.firm]);
        put([stranger]);
      }
    } else put(d.chance(GROUPED) ? groupOf(person, client, d) : single(person, vendorPhone, client, d));
  }
  return numbered(made, dice);
}

/** A lead that must show which of two people it means. */
function twinView(person: Person, dice: Dice): View {
  const view = viewOf(person, FULL, dice);
  return person.isShared ? { ...view, phone: person.mobile, phoneHold: 'shared' } : view;
}

/** The lead shows enough that nobody takes it for another's. */
const stands = (view: View, { crowd }: Client): boolean =>
  (view.emailHold === 'own' && !view.hasSlip) ||
  (view.order !== 'none' &&
    view.companyShows === 'name' &&
    !crowd.hasAlikeByInitial(shownOf(view), view.firm, view.person));

function single(person: Person, vendorPhone: string, client: Client, dice: Dice): readonly Lead[] | undefined {
  for (let tries = 0; tries < 10; tries++) {
    const view = viewOf(person, VENDOR_FILL, dice);
    const kinds = harmed(view, dice.chance(0.25) ? 1 : 0, TROUBLES, client, dice);
    if (kinds && dice.chance(0.01)) {
      Object.assign(view, { phone: vendorPhone, phoneHold: 'shared' });
      kinds.push("the vendor's own number");
    }
    if (kinds && stands(view, client)) return [{ view, kinds }];
  }
  return undefined;
}

/** Two or three leads about one person; any two of them show it by themselves. */
function groupOf(person: Person, client: Client, dice: Dice): readonly Lead[] | undefined {
  const leads: Lead[] = [];
  const wanted = dice.chance(0.8) ? 2 : 3;
  for (let tries = 0; leads.length < wanted && tries < 30; tries++) {
    const view = viewOf(person, VENDOR_FILL, dice);
    const kinds = harmed(view, dice.chance(0.5) ? 1 : 0, TROUBLES, client, dice);
    if (!kinds || !stands(view, client)) continue;
    const isProven = leads.every(({ view: other }) => {
      const proof = proofOf(other, view);
      return proof && proof !== 'hour' && client.crowd.isSound(proof, view) && client.crowd.isSound(proof, other);
    });
    if (isProven) leads.push({ view, kinds: [...kinds, `one of ${wanted}`] });
  }
  return leads.length === wanted ? leads : undefined;
}

function numbered(made: readonly (readonly Lead[])[], dice: Dice): DuplicateWorld {
  const leads = made.flatMap((group, n) => group.map((lead) => ({ lead, n })));
  shuffle(leads, dice);
  const drops = new Map<string, number>();
  const kinds = new Map<string, string>();
  const members = new Map<number, Set<string>>();
  const cells = leads.map(({ lead, n }, at) => {
    const id = `L-${String(at + 1).padStart(6, '0')}`;
    drops.set(id, Math.floor((at * DROPS) / leads.length));
    kinds.set(id, lead.kinds.join(' + ') || 'clean');
    members.set(n, (members.get(n) ?? new Set()).add(id));
    return cellsOf(lead.view, id);
  });
  return { leads: cells, drops, groups: [...members.values()].filter(({ size }) => size > 1), kinds };
}

export interface DuplicateScore {
  /** Pairs of leads that are about one person, and that were said to be. */
  readonly pairs: number;
  readonly found: number;
  readonly wrong: readonly (readonly [string, string])[];
  readonly precision: number;
  readonly recall: number;
}

/** Compares groups of leads with the truth, pair by pair. */
export function scoreDuplicates(world: DuplicateWorld, said: readonly (readonly string[])[]): DuplicateScore {
  const groupOfLead = new Map(world.groups.flatMap((group, n) => [...group].map((id) => [id, n] as const)));
  const wrong: (readonly [string, string])[] = [];
  let found = 0;
  for (const group of said) {
    for (const [i, a] of group.entries())
      for (const b of group.slice(i + 1)) {
        const of = groupOfLead.get(a);
        if (of !== undefined && of === groupOfLead.get(b)) found++;
        else wrong.push([a, b]);
      }
  }
  const pairs = world.groups.reduce((sum, { size }) => sum + (size * (size - 1)) / 2, 0);
  return {
    pairs,
    found,
    wrong,
    precision: found + wrong.length ? found / (found + wrong.length) : 1,
    recall: pairs ? found / pairs : 1,
  };
}
