import { type Dice, pickByWeight } from './dice.ts';
import { FAKE_EMAILS, FAKE_PHONES } from './link-world-cell-troubles.ts';
import { type Client, NEAR_NAMES } from './link-world-crowd.ts';
import type { Firm } from './link-world-firms.ts';
import { disguised, type Lead, type Mix, VENDOR_FILL } from './link-world-leads.ts';
import {
  cultureOf,
  givenOf,
  isAlike,
  type Name,
  nameOf,
  sharesPart,
  spokenOf,
  withGiven,
} from './link-world-people.ts';
import { type Fill, localOf, type Person, personOf, type View, viewOf } from './link-world-view.ts';

const FULL: Fill = { ...VENDOR_FILL, email: 1, phone: 0.9, company: 1 };

interface Made {
  readonly view: View;
  /** The name stays as it is: its letters tell the person from another. */
  readonly isPlain?: true;
}
type Maker = (client: Client, dice: Dice) => Made | undefined;

const known = ({ knownFirms }: Client, dice: Dice): Firm => dice.pick(knownFirms);
const someone = ({ people }: Client, dice: Dice): Person => dice.pick(people);
/** A person who is in no file of the client, whose name nobody around the firm has or could have. */
function stranger(name: Name, firm: Firm | undefined, client: Client, dice: Dice): Person | undefined {
  if (client.crowd.hasAlikeByInitial(spokenOf(name.given, name.family, name.second), firm)) return undefined;
  return personOf(name, firm, client, dice);
}
const anyName = (firm: Firm | undefined, dice: Dice): Name =>
  nameOf(firm && dice.chance(0.75) ? firm.culture : cultureOf(dice).key, dice);
function shownColleague(client: Client, dice: Dice): (Person & { readonly firm: Firm }) | undefined {
  const person = someone(client, dice);
  const { firm } = person;
  return firm && person.rows.every(({ worn, isInitial, order }) => worn === 0 && !isInitial && order !== 'none')
    ? { ...person, firm }
    : undefined;
}
const made = (person: Person | undefined, fill: Fill, dice: Dice): Made | undefined =>
  person && { view: viewOf(person, fill, dice) };

/** Leads about people whom the CRM does not have. */
const MAKERS: readonly {
  readonly kind: string;
  readonly standard: number;
  readonly hard: number;
  readonly make: Maker;
}[] = [
  {
    kind: 'new person at a new firm',
    standard: 300,
    hard: 150,
    make: (client, dice) => {
      const firm = client.firms.make(dice, dice.chance(0.05) ? known(client, dice) : undefined);
      return made(stranger(anyName(firm, dice), firm, client, dice), VENDOR_FILL, dice);
    },
  },
  {
    kind: 'new person at a known firm',
    standard: 150,
    hard: 200,
    make: (client, dice) => {
      const firm = known(client, dice);
      return made(stranger(anyName(firm, dice), firm, client, dice), VENDOR_FILL, dice);
    },
  },
  {
    kind: 'invented, with the switchboard',
    standard: 100,
    hard: 450,
    make: (client, dice) => {
      const firm = known(client, dice);
      return made(stranger(anyName(firm, dice), firm, client, dice), { ...FULL, switchboard: 1, phone: 1 }, dice);
    },
  },
  {
    kind: "invented, with a colleague's number",
    standard: 25,
    hard: 100,
    make: (client, dice) => {
      const colleague = someone(client, dice);
      const { firm } = colleague;
      const phone = colleague.rows.find(({ phoneHold }) => phoneHold === 'own')?.phone;
      const start = dice.chance(0.3) ? colleague.rows[0]?.start : undefined;
      const m =
        firm && phone
          ? made(stranger(anyName(firm, dice), firm, client, dice), { ...FULL, email: 0.7 }, dice)
          : undefined;
      // With a part of the name and the number in common it could be the colleague under another name.
      if (!m || sharesPart(m.view.person.spoken, colleague.spoken)) return undefined;
      return { view: { ...m.view, phone, phoneHold: 'own', title: colleague.title, start: start ?? m.view.start } };
    },
  },
  {
    kind: "invented, at a colleague's hour",
    standard: 20,
    hard: 100,
    make: (client, dice) => {
      const colleague = someone(client, dice);
      const { firm } = colleague;
      const m = firm && made(stranger(anyName(firm, dice), firm, client, dice), { ...FULL, switchboard: 1 }, dice);
      return m && { view: { ...m.view, start: colleague.rows[0]?.start } };
    },
  },
  {
    kind: 'namesake at another firm',
    standard: 60,
    hard: 300,
    make: (client, dice) => {
      const { name } = someone(client, dice);
      const firm = dice.chance(0.5) ? known(client, dice) : client.firms.make(dice);
      return made(stranger(name, firm, client, dice), { ...FULL, switchboard: 0.4 }, dice);
    },
  },
  {
    kind: 'namesake at a firm of like name',
    standard: 10,
    hard: 80,
    make: (client, dice) => {
      const { name, firm, rows } = someone(client, dice);
      if (!firm || !rows.every(({ companyShows, email }) => companyShows === 'name' && email?.endsWith(firm.domain)))
        return undefined;
      const other = client.firms.make(dice, firm);
      if (other.name.startsWith(firm.name)) return undefined;
      return { view: viewOf(personOf(name, other, client, dice), FULL, dice) };
    },
  },
  {
    kind: 'namesake without a firm',
    standard: 10,
    hard: 50,
    make: (client, dice) => {
      const { name, firm, rows } = someone(client, dice);
      const isPlaced = rows.every(({ email, phoneHold }) => email && phoneHold === 'own');
      return firm && !isPlaced ? undefined : made(personOf(name, undefined, client, dice), { ...FULL, phone: 1 }, dice);
    },
  },
  {
    kind: 'another of the family at the firm',
    standard: 20,
    hard: 100,
    make: (client, dice) => {
      const { name, firm } = someone(client, dice);
      return (
        firm &&
        made(
          stranger(withGiven(name, givenOf(name.culture, dice)), firm, client, dice),
          { ...FULL, switchboard: 0.7 },
          dice,
        )
      );
    },
  },
  {
    kind: 'same surname and initial at the firm',
    standard: 10,
    hard: 60,
    make: (client, dice) => {
      const colleague = shownColleague(client, dice);
      if (!colleague) return undefined;
      const given = givenOf(colleague.name.culture, dice);
      const name = withGiven(colleague.name, given);
      const spoken = spokenOf(name.given, name.family, name.second);
      if (given.name[0] !== colleague.name.given[0] || client.crowd.hasAlike(spoken, colleague.firm)) return undefined;
      const spelled = colleague.rows.every(
        ({ email }) => !email || email.startsWith(localOf(colleague.name, 'first.last')),
      );
      return spelled
        ? {
            view: viewOf(personOf(name, { ...colleague.firm, pattern: 'first.last' }, client, dice), FULL, dice),
            isPlain: true,
          }
        : undefined;
    },
  },
  {
    kind: 'near given name at the firm',
    standard: 10,
    hard: 60,
    make: (client, dice) => {
      // Both the name and the address spell the other name, here and in the CRM.
      const pairs = NEAR_NAMES.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]);
      for (let tries = 0; tries < 200; tries++) {
        const colleague = shownColleague(client, dice);
        const pair = colleague && pairs.find(([a]) => a === colleague.name.given);
        if (
          !colleague ||
          !pair ||
          !colleague.rows.every(({ email }) => email?.startsWith(localOf(colleague.name, 'first.last')))
        )
          continue;
        const name = withGiven(colleague.name, { name: pair[1], also: [] });
        const person = personOf(name, { ...colleague.firm, pattern: 'first.last' }, client, dice);
        if (client.staff.get(colleague.firm)?.some((p) => p.name.given !== pair[0] && isAlike(p.spoken, person.spoken)))
          return undefined;
        return { view: viewOf(person, { ...FULL, phone: 0.7 }, dice), isPlain: true };
      }
      return undefined;
    },
  },
  {
    kind: 'another generation',
    standard: 2,
    hard: 6,
    make: (client, dice) => {
      const pairs = client.twins.get('generations') ?? [];
      if (!pairs.length) return undefined;
      const [one, other] = dice.pick(pairs);
      if (!one.firm) return undefined;
      const suffix = other.name.suffix === 'III' ? 'IV' : 'III';
      return {
        view: viewOf(personOf({ ...one.name, suffix }, one.firm, client, dice), { ...FULL, switchboard: 0.6 }, dice),
        isPlain: true,
      };
    },
  },
  {
    kind: 'partner of somebody known, with the shared address and number',
    standard: 5,
    hard: 15,
    make: (client, dice) => {
      const person = shownColleague(client, dice);
      const row = person?.rows[0];
      if (!person || row?.phoneHold !== 'own' || !row.email || (client.staff.get(person.firm)?.length ?? 0) > 3)
        return undefined;
      const partner = stranger(withGiven(person.name, givenOf(person.name.culture, dice)), person.firm, client, dice);
      return (
        partner && {
          view: {
            ...viewOf(partner, FULL, dice),
            email: row.email,
            emailHold: 'shared',
            phone: row.phone,
            phoneHold: 'shared',
          },
        }
      );
    },
  },
  {
    kind: 'role address of a known firm',
    standard: 20,
    hard: 80,
    make: (client, dice) => {
      const firm = known(client, dice);
      const m = made(stranger(anyName(firm, dice), firm, client, dice), { ...FULL, switchboard: 1 }, dice);
      return m && { view: { ...m.view, email: firm.roleAddress, emailHold: 'none' } };
    },
  },
  {
    kind: "somebody else's address",
    standard: 2,
    hard: 5,
    make: (client, dice) => {
      const colleague = shownColleague(client, dice);
      const email = colleague?.rows.find(({ emailHold }) => emailHold === 'own')?.email;
      const m =
        colleague && email && made(stranger(anyName(colleague.firm, dice), colleague.firm, client, dice), FULL, dice);
      if (!m || sharesPart(m.view.person.spoken, colleague.spoken)) return undefined;
      return { view: { ...m.view, email, emailHold: 'shared' } };
    },
  },
  {
    kind: 'made-up address and number',
    standard: 10,
    hard: 50,
    make: (client, dice) => {
      const firm = dice.chance(0.5) ? known(client, dice) : undefined;
      const m = made(stranger(anyName(firm, dice), firm, client, dice), FULL, dice);
      return (
        m && {
          view: {
            ...m.view,
            email: dice.pick(FAKE_EMAILS),
            emailHold: 'none',
            phone: dice.pick(FAKE_PHONES),
            phoneHold: 'none',
          },
        }
      );
    },
  },
];

/** A lead about somebody whom the CRM does not have, so that no careful reader would say that it does. */
export function nobodyLead(mix: Mix, client: Client, dice: Dice): Lead | undefined {
  const maker = pickByWeight(MAKERS, ({ [mix]: weight }) => weight, dice);
  for (let tries = 0; tries < 40; tries++) {
    const { view, isPlain } = maker.make(client, dice) ?? {};
    if (!view) continue;
    if (isPlain || view.person.name.suffix) return { view, kinds: [maker.kind] };
    const lead = disguised(() => ({ ...view, dress: [] }), mix === 'hard' ? 0.4 : 0.08, client, dice);
    return { view: lead.view, kinds: [maker.kind, ...lead.kinds] };
  }
  return undefined;
}
