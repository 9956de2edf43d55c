import { type Dice, pickByWeight } from './dice.ts';
import { CELL_TROUBLES, FAKE_EMAILS, FAKE_PHONES } from './link-world-cell-troubles.ts';
import { type Firm, Firms } from './link-world-firms.ts';
import { NAME_DRESSES } from './link-world-name-dress.ts';
import { NAME_TROUBLES } from './link-world-name-troubles.ts';
import { Numbers } from './link-world-numbers.ts';
import { cultureOf, givenOf, isAlike, type Name, nameOf, spokenOf, withGiven } from './link-world-people.ts';
import { Crowd, proofOf } from './link-world-proof.ts';
import type { Surroundings, Trouble } from './link-world-trouble.ts';
import { Addresses, type Fill, localOf, type Person, personOf, type View, viewOf } from './link-world-view.ts';

/** Two people whom files easily confuse. */
export type TwinKind =
  | 'namesakes'
  | 'generations'
  | 'same initial'
  | 'near names'
  | 'one nickname'
  | 'couple'
  | 'namesakes of like firms';
export type Twins = readonly [Person, Person];

/** The client's CRM, and what is needed to write about its people. */
export interface Client extends Surroundings {
  readonly crowd: Crowd;
  readonly firms: Firms;
  readonly numbers: Numbers;
  readonly addresses: Addresses;
  /** People whom a row shows where they work now. */
  readonly people: readonly Person[];
  /** People whom the CRM knows at a former firm alone. */
  readonly movers: readonly Person[];
  readonly twins: ReadonlyMap<TwinKind, readonly Twins[]>;
  readonly knownFirms: readonly Firm[];
  readonly staff: ReadonlyMap<Firm, readonly Person[]>;
  readonly rows: readonly View[];
}

const FILL: Fill = { email: 0.88, phone: 0.78, switchboard: 0.3, company: 0.94, domain: 0.3, title: 0, start: 1 };
const FULL: Fill = { ...FILL, email: 1, phone: 0.8, switchboard: 0.5, company: 1 };
/** The troubles of a row that people keep for themselves: fewer and milder than a vendor's. */
const ROW_TROUBLES: readonly Trouble[] = [...NAME_TROUBLES, ...NAME_DRESSES, ...CELL_TROUBLES].filter(
  ({ kind }) =>
    !/after marriage|assistant|colleague|abroad|two slips|given name alone|subsidiary|zone|moved/.test(kind),
);
const TWIN_KINDS: readonly TwinKind[] = [
  'namesakes',
  'same initial',
  'generations',
  'near names',
  'couple',
  'one nickname',
  'namesakes of like firms',
];
/** Pairs of given names one or two letters apart that are two people's. */
export const NEAR_NAMES =
  'Maria/Mario Daniel/Daniela Martin/Martina Christian/Christina Paul/Paula Eric/Erica Frances/Francis Jean/Joan Julian/Juliana Simon/Simona Robert/Roberta Carl/Carla Jan/Jana Andre/Andrea Nicola/Nicolas Marion/Marian Karen/Karin Jon/Joan Gabriel/Gabriela Patrick/Patricia Michael/Michaela Dennis/Denise Antonio/Antonia Claudio/Claudia Emil/Emily Ron/Rob Tim/Tom Hans/Hanna Lena/Lina Erik/Erika'
    .split(' ')
    .map((pair) => pair.split('/') as [string, string]);
const ONE_NICKNAME = [
  ['Alexander', 'Alexandra', 'Alex'],
  ['Christopher', 'Christine', 'Chris'],
  ['Samuel', 'Samantha', 'Sam'],
  ['Patrick', 'Patricia', 'Pat'],
  ['Edward', 'Edmund', 'Ed'],
  ['Joseph', 'Joanna', 'Jo'],
] as const;
const SAME_INITIAL =
  'John/James Mark/Michelle David/Donna Peter/Patricia Susan/Steven Anna/Andreas Karl/Klaus Laura/Luis Brian/Barbara Thomas/Tina Robert/Rachel Elena/Enrique Yusuf/Yasin Sanjay/Sunita'
    .split(' ')
    .map((pair) => pair.split('/') as [string, string]);
export const nicknameOf = ({ name }: Person): string =>
  ONE_NICKNAME.find(([one, other]) => one === name.given || other === name.given)?.[2] ?? name.given;

/** A client's CRM of so many rows. */
export function clientOf(size: number, dice: Dice): Client {
  const numbers = new Numbers();
  const addresses = new Addresses();
  const firms = new Firms(numbers);
  const crowd = new Crowd();
  const people: Person[] = [];
  const movers: Person[] = [];
  const rows: View[] = [];
  const knownFirms: Firm[] = [];
  const staff = new Map<Firm, Person[]>();
  const twins = new Map<TwinKind, Twins[]>(TWIN_KINDS.map((kind) => [kind, []]));
  const makers = { numbers, addresses };
  const about: Surroundings = {
    hasEmail: (email) => addresses.has(email),
    colleagueOf: (person, d) => {
      const others = (person.firm && staff.get(person.firm)) ?? [];
      const other = others.length > 1 ? d.pick(others) : undefined;
      return other && other !== person && other.rows.length && !isAlike(other.spoken, person.spoken)
        ? other
        : undefined;
    },
    newPhone: (view, d) => numbers.throw(view.firm?.country ?? 'US', true, d),
  };

  const keep = (person: Person, found: readonly View[], isMover = false): void => {
    person.rows.push(...found);
    rows.push(...found);
    crowd.add(person, [person.firm, ...found.map(({ firm }) => firm)]);
    (isMover ? movers : people).push(person);
    for (const firm of new Set([person.firm, ...found.map((row) => row.firm)])) if (firm) staff.get(firm)?.push(person);
  };
  const firmOf = (like?: Firm): Firm => {
    const firm = firms.make(dice, like);
    knownFirms.push(firm);
    staff.set(firm, []);
    return firm;
  };

  function enter(name: Name, firm: Firm | undefined): void {
    const person = personOf(name, firm, makers, dice);
    const fate = firm && knownFirms.length > 5 ? dice.whole(0, 999) : 999;
    if (fate < 20) {
      const former = dice.pick(knownFirms);
      if (former !== firm && !crowd.hasAlikeByInitial(person.spoken, former)) {
        const old = {
          ...viewOf(person, FULL, dice, former, addresses.take(localOf(name, former.pattern), former.host)),
          phone: person.mobile,
          phoneHold: 'own' as const,
        };
        const now = { ...viewOf(person, FULL, dice), phone: person.mobile, phoneHold: 'own' as const };
        keep(person, fate < 12 ? [old] : [now, old], fate < 12);
        return;
      }
    }
    const first = rowOf(person, dice, about, 0.12);
    const found = [first];
    const doubles = dice.chance(0.04) ? (dice.chance(0.7) ? 1 : 2) : 0;
    for (let tries = 0; found.length <= doubles && tries < 8; tries++) {
      const double = rowOf(person, dice, about, 0.5);
      if (isDouble(first, double)) found.push(double);
    }
    keep(person, found);
  }

  function enterTwins(kind: TwinKind, name: Name, firm: Firm): void {
    const pair = twinNames(kind, name, dice);
    if (!pair) return;
    const otherFirm = kind === 'namesakes of like firms' ? firmOf(firm) : firm;
    const spoken = pair.map(({ given, family, second }) => spokenOf(given, family, second));
    if (spoken.some((parts) => crowd.hasAlikeByInitial(parts, firm))) return;
    const one = personOf(pair[0], firm, makers, dice);
    if (kind === 'couple') one.isShared = true;
    const other = personOf(pair[1], otherFirm, makers, dice, kind === 'couple' ? one : undefined);
    for (const person of [one, other]) {
      const row = viewOf(person, FULL, dice);
      if (kind === 'couple') {
        row.phone = person.mobile;
        row.phoneHold = 'shared';
      }
      keep(person, [row]);
    }
    twins.get(kind)?.push([one, other]);
  }

  let count = 0;
  while (rows.length < size) {
    if (dice.chance(0.04)) {
      enter(nameOf(cultureOf(dice).key, dice), undefined);
      continue;
    }
    const firm = firmOf(knownFirms.length > 3 && dice.chance(0.12) ? dice.pick(knownFirms) : undefined);
    for (let left = Math.min(staffSize(dice), Math.ceil(size / 20)); left > 0 && rows.length < size; left--) {
      const colleagues = staff.get(firm) ?? [];
      const key = dice.chance(0.75) ? firm.culture : cultureOf(dice).key;
      let name = nameOf(key, dice);
      if (colleagues.length && dice.chance(0.03)) name = relativeOf(dice.pick(colleagues).name, name);
      if (++count % 40 === 0 && rows.length + 2 <= size)
        enterTwins(TWIN_KINDS[(count / 40) % TWIN_KINDS.length] as TwinKind, name, firm);
      else if (!crowd.hasAlike(spokenOf(name.given, name.family, name.second), firm)) enter(name, firm);
    }
  }
  for (const extra of rows.splice(size)) extra.person.rows.splice(extra.person.rows.indexOf(extra), 1);
  shuffle(rows, dice);
  for (const [n, row] of rows.entries()) row.id = `C-${String(n + 1).padStart(6, '0')}`;
  return {
    ...about,
    crowd,
    firms,
    numbers,
    addresses,
    people: people.filter((p) => p.rows.length),
    movers: movers.filter((p) => p.rows.length),
    twins,
    knownFirms,
    staff,
    rows,
  };
}

const relativeOf = ({ family, familyAlso, culture }: Name, name: Name): Name => ({
  ...name,
  family,
  familyAlso,
  ...(culture === name.culture ? {} : { second: undefined }),
});

function staffSize(dice: Dice): number {
  const kind = dice.whole(0, 999);
  if (kind < 450) return 1;
  if (kind < 700) return dice.whole(2, 3);
  if (kind < 880) return dice.whole(4, 8);
  if (kind < 970) return dice.whole(9, 25);
  return kind < 996 ? dice.whole(26, 80) : dice.whole(100, 300);
}

/** A row of the CRM as it usually is: a few are worn, and poor ones still say who is meant. */
function rowOf(person: Person, dice: Dice, about: Surroundings, share: number): View {
  for (;;) {
    const row = viewOf(person, FILL, dice);
    if (dice.chance(share)) pickByWeight(ROW_TROUBLES, ({ weight }) => weight, dice).harm(row, dice, about);
    if (dice.chance(0.004)) [row.phone, row.phoneHold] = [dice.pick(FAKE_PHONES), 'none'];
    if (dice.chance(0.004)) [row.email, row.emailHold] = [dice.pick(FAKE_EMAILS), 'none'];
    const isKeyed = row.emailHold === 'own' || (row.phoneHold === 'own' && row.worn < 2);
    const isNamed = row.worn <= 1 && !row.isInitial && row.companyShows === 'name';
    if (isKeyed || isNamed) return row;
  }
}
/** Nothing in two rows about one person says that they are two people. */
function isDouble(a: View, b: View): boolean {
  const proof = proofOf(a, b);
  return (
    proof === 'email' ||
    proof === 'phone' ||
    (proof === 'name' && [a, b].some(({ email, phoneHold }) => !email && phoneHold !== 'own'))
  );
}

function twinNames(kind: TwinKind, whole: Name, dice: Dice): readonly [Name, Name] | undefined {
  const name: Name = { ...whole, second: undefined };
  const of = ([one, other]: readonly [string, string]): [Name, Name] => [
    { ...name, given: one, also: [], middle: undefined },
    { ...name, given: other, also: [], middle: undefined },
  ];
  switch (kind) {
    case 'namesakes':
    case 'namesakes of like firms':
      return [name, name];
    case 'generations':
      return name.culture === 'english'
        ? [
            { ...name, suffix: dice.pick(['Sr.', 'Sr']) },
            { ...name, suffix: dice.pick(['Jr.', 'Jr', 'II', 'III']) },
          ]
        : undefined;
    case 'near names':
      return of(dice.pick(NEAR_NAMES));
    case 'same initial':
      return of(dice.pick(SAME_INITIAL));
    case 'one nickname': {
      const [one, other] = dice.pick(ONE_NICKNAME);
      return of([one, other]);
    }
    case 'couple': {
      const other = withGiven(name, givenOf(name.culture, dice));
      return isAlike(spokenOf(name.given, name.family), spokenOf(other.given, other.family))
        ? undefined
        : [name, other];
    }
  }
}

export function shuffle<T>(list: T[], dice: Dice): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = dice.whole(0, i);
    [list[i], list[j]] = [list[j] as T, list[i] as T];
  }
}
