import { type Dice, pickByWeight } from './dice.ts';
import { type Client, nicknameOf, type TwinKind, type Twins } from './link-world-crowd.ts';
import { type Lead, VENDOR_FILL } from './link-world-leads.ts';
import { type Fill, otherDay, type Person, type View, viewOf } from './link-world-view.ts';

/** A lead that nobody can decide, and whom it may be about. */
export interface Doubt extends Lead {
  readonly among: readonly Person[];
}

/** The person without an own key: what a firm's staff share is all there is. */
const BARE: Fill = { ...VENDOR_FILL, email: 0, phone: 0.6, switchboard: 1, company: 1, domain: 0.3 };
const NAME_ONLY: Fill = { ...VENDOR_FILL, email: 0, phone: 0, company: 0, domain: 0 };

const pairOf = ({ twins }: Client, kind: TwinKind, dice: Dice): Twins | undefined => {
  const pairs = twins.get(kind) ?? [];
  return pairs.length ? dice.pick(pairs) : undefined;
};
/** One of two people in a row that fits both; its hour says nothing. */
function eitherOf(
  pair: Twins | undefined,
  dice: Dice,
  more: (view: View, pair: Twins) => Partial<View>,
): Omit<Doubt, 'kinds'> | undefined {
  if (!pair?.every(({ rows }) => rows.length > 0)) return undefined;
  const view = viewOf(dice.pick(pair), BARE, dice);
  const start = dice.chance(0.7)
    ? otherDay(
        pair.flatMap(({ rows }) => rows.map((row) => row.start)),
        dice,
      )
    : undefined;
  // A number that only one of the two rows shows would look like that person's own.
  const shown = pair.map(({ rows }) => rows.some(({ phone }) => phone === view.phone));
  const phone = shown.every(Boolean) || !shown.some(Boolean) ? view.phone : undefined;
  return { view: { ...view, phone, ...more(view, pair), start }, among: pair };
}

const MAKERS: readonly {
  readonly kind: string;
  readonly share: number;
  readonly make: (client: Client, dice: Dice) => Omit<Doubt, 'kinds'> | undefined;
}[] = [
  {
    kind: 'one of two namesakes at the firm',
    share: 25,
    make: (client, dice) => eitherOf(pairOf(client, 'namesakes', dice), dice, () => ({})),
  },
  {
    kind: 'initial of two at the firm',
    share: 25,
    make: (client, dice) =>
      eitherOf(pairOf(client, 'same initial', dice), dice, ({ given }) => ({
        given: `${given.charAt(0)}.`,
        isInitial: true,
      })),
  },
  {
    kind: 'surname alone, of two at the firm',
    share: 8,
    make: (client, dice) =>
      eitherOf(pairOf(client, 'same initial', dice), dice, () => ({
        order: 'family' as const,
      })),
  },
  {
    kind: 'father or son',
    share: 12,
    make: (client, dice) => eitherOf(pairOf(client, 'generations', dice), dice, () => ({ suffix: undefined })),
  },
  {
    kind: 'nickname of two at the firm',
    share: 8,
    make: (client, dice) =>
      eitherOf(pairOf(client, 'one nickname', dice), dice, (_, [one]) => ({ given: nicknameOf(one) })),
  },
  {
    kind: 'no name, with the address of a couple',
    share: 5,
    make: (client, dice) =>
      eitherOf(pairOf(client, 'couple', dice), dice, (_, [one]) => ({
        order: 'none' as const,
        email: one.email,
        emailHold: 'shared' as const,
        phone: one.mobile,
        phoneHold: 'shared' as const,
      })),
  },
  {
    kind: 'namesakes of firms of like name, the firm shortened',
    share: 7,
    make: (client, dice) =>
      eitherOf(pairOf(client, 'namesakes of like firms', dice), dice, ({ firm }) => ({
        company: firm?.head,
        companyShows: 'weak' as const,
        domain: undefined,
        phone: undefined,
        phoneHold: 'none' as const,
      })),
  },
  {
    kind: 'name of one, address of another',
    share: 5,
    make: (client, dice) => {
      const person = dice.pick(client.people);
      const other = client.colleagueOf(person, dice);
      const email = other?.rows.find(({ emailHold }) => emailHold === 'own')?.email;
      const isShown = person.rows.every(({ worn, companyShows }) => worn === 0 && companyShows === 'name');
      if (!other || !email || !isShown || !email.endsWith(person.firm?.domain ?? ' ')) return undefined;
      return eitherOf([person, other], dice, () => {
        const { name } = person;
        return { given: name.given, family: name.family, suffix: name.suffix, email, emailHold: 'shared' as const };
      });
    },
  },
  {
    kind: 'name alone',
    share: 5,
    make: (client, dice) => {
      const person = dice.pick(client.people);
      const among = client.crowd.namesakes(person).filter(({ rows }) => rows.length);
      if (person.rows.some(({ worn, isInitial, order }) => worn || isInitial || order === 'none')) return undefined;
      return { view: { ...viewOf(person, NAME_ONLY, dice), start: undefined }, among };
    },
  },
];

/** A lead that fits several people of the CRM, or one whom nothing but a name points to. */
export function doubtfulLead(client: Client, dice: Dice): Doubt | undefined {
  const maker = pickByWeight(MAKERS, ({ share }) => share, dice);
  for (let tries = 0; tries < 40; tries++) {
    const found = maker.make(client, dice);
    if (found) return { ...found, kinds: [maker.kind] };
  }
  return undefined;
}
