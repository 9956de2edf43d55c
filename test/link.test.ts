import { describe, expect, test } from 'vitest';
import { Called } from '../src/link/called.ts';
import { namedInTitle } from '../src/link/event-titles.ts';
import { compareCompanies, parseCompany } from '../src/link/identity/companies.ts';
import { isNearEmail, spells } from '../src/link/identity/emails.ts';
import { type Identity, Registry } from '../src/link/identity/identity.ts';
import { compareNames } from '../src/link/identity/names.ts';
import { type PersonLink, scaleOf } from '../src/link/identity/people.ts';
import { parseName } from '../src/link/identity/person-name.ts';
import { samePeople } from '../src/link/identity/same.ts';
import { agreement, allTenthsOf, MARGIN, REVIEW } from '../src/link/identity/scorer.ts';
import { companyKey } from '../src/link/keys.ts';
import { diceOf } from './support/dice.ts';
import { linkWorld, type PersonCells, score } from './support/link-world.ts';
import { shuffle } from './support/link-world-crowd.ts';
import { duplicateWorld, scoreDuplicates } from './support/link-world-duplicates.ts';
import { FREE_MAIL, LIMITS, linked } from './support/linked.ts';

const said = (leads: readonly PersonCells[], links: readonly PersonLink<PersonCells>[]) =>
  leads.map((lead, i) => ({ lead: lead.id, decision: links[i]?.decision ?? 'none', id: links[i]?.best?.id }));

/** `LINK_LEADS=100000 LINK_SEED=7 npx vitest run test/link.test.ts` asks for more, of another seed. */
const LEADS = Number(process.env.LINK_LEADS ?? 2000);
const SEED = Number(process.env.LINK_SEED ?? 5);

describe('what the title of a meeting names', () => {
  const registry = new Registry(FREE_MAIL);
  const called = new Called(
    [
      { contact_name: 'Anna Müller', company: 'Stahlwerk Nord GmbH' },
      { contact_name: 'Omar Vance', company: 'Rossi & Figli' },
      { contact_name: 'X Y', company: 'Demo' },
    ].map((cells, i): [number, Identity] => [i, registry.keep(cells)]),
    registry,
  );

  test.each<[string, [number, string][]]>([
    ['Alder x Stahlwerk Nord - 30 min', [[0, 'company']]],
    ['Intro mit Anna Müller (Stahlwerk Nord)', [[0, 'person']]],
    ['Re: Intro Stahlwerk Nord GmbH', [[0, 'company']]],
    ['Mueller Anna / Alder', [[0, 'person']]],
    ['Müller Anna / Alder', [[0, 'person']]],
    [
      'Rossi e Figli <> Stahlwerk Nord',
      [
        [1, 'company'],
        [0, 'company'],
      ],
    ],
    ['Stahlwerk Nord Ost x Alder', []],
    ['Demo call', []],
    [`${' '.repeat(1_000_000)}Stahlwerk Nord`, []],
  ])('%.60s', (title, named) => {
    expect(new Map(namedInTitle(title, called))).toEqual(new Map(named as never));
  });
});

describe('who a lead is', () => {
  test.each([
    { mix: 'standard', recall: 0.995, review: 0.015 },
    { mix: 'hard', recall: 0.99, review: 0.02 },
  ] as const)(
    'in a $mix world: nobody is taken for somebody else',
    ({ mix, recall, review }) => {
      const world = linkWorld(SEED, { leads: LEADS, people: LEADS }, mix);
      const links = linked(world.leads, world.people);
      const found = score(world, said(world.leads, links));
      expect(found.wrongLeads).toEqual([]);
      expect(found.recall).toBeGreaterThan(recall);
      expect(found.reviewShare).toBeLessThan(review);
      expect(found.undecidableNotInReview / Math.max(1, found.undecidable)).toBeLessThan(0.05);
      for (const { score: bits, fields } of links)
        if (bits !== undefined)
          expect(Math.round(fields.reduce((sum, f) => sum + f.bits * 10, 0))).toBe(Math.round(bits * 10));
    },
    600_000,
  );

  test('a pair that is not compared to its end would have stayed out of reach', () => {
    const world = linkWorld(11, { leads: 250, people: 250 }, 'hard');
    const registry = new Registry(FREE_MAIL);
    const scale = scaleOf(world.leads, world.people, LIMITS, registry);
    const reach = REVIEW - MARGIN;
    let met = 0;
    for (const lead of world.leads)
      for (const person of world.people) {
        const [a, b] = [registry.identityOf(lead), registry.identityOf(person)];
        const whole = allTenthsOf(a, b, scale) / 10;
        const found = agreement(a, b, scale)?.score;
        if (found !== undefined) met++;
        if (found !== (whole < reach ? undefined : whole)) expect(found, `${lead.id} ${person.id}`).toBe(whole);
      }
    expect(met).toBeGreaterThan(100);
  });

  test('does not depend on the order of rows', () => {
    const world = linkWorld(6, { leads: 800, people: 800 }, 'hard');
    const shuffled = <T>(rows: readonly T[]): T[] => {
      const copy = [...rows];
      shuffle(copy, diceOf(3));
      return copy;
    };
    const leads = shuffled(world.leads);
    const byLead = (all: ReturnType<typeof said>) => new Map(all.map((link) => [link.lead, link]));
    expect(byLead(said(leads, linked(leads, shuffled(world.people))))).toEqual(
      byLead(said(world.leads, linked(world.leads, world.people))),
    );
  });

  test('with more rows in the CRM no right link becomes a wrong one', () => {
    const world = linkWorld(8, { leads: 800, people: 800 }, 'hard');
    const strangers = linkWorld(9, { leads: 1, people: 2000 }, 'hard').people.map((p) => ({ ...p, id: `S-${p.id}` }));
    expect(score(world, said(world.leads, linked(world.leads, [...world.people, ...strangers]))).wrongLeads).toEqual(
      [],
    );
  });

  test('of one person twice in a drop: groups are right, whatever the pairs', () => {
    const world = duplicateWorld(SEED, 1500);
    const keys = world.leads.map((_, i) => String(i));
    const groups = new Map<number, string[]>();
    for (const [i, group] of samePeople(
      world.leads,
      keys,
      scaleOf(world.leads, world.leads, undefined, new Registry(FREE_MAIL)),
    ).entries())
      groups.set(group, [...(groups.get(group) ?? []), world.leads[i]?.id ?? '']);
    const found = scoreDuplicates(
      world,
      [...groups.values()].filter((ids) => ids.length > 1),
    );
    expect(found.precision).toBe(1);
    expect(found.recall).toBeGreaterThan(0.85);
  });
});

const JOHN: PersonCells = {
  id: 'C-1',
  contact_name: 'John Smith',
  email: 'john.smith@alder.example',
  phone: '+12125550101',
  company: 'Alder Systems Inc',
};

describe('a lead and one known person', () => {
  test.each([
    ['the same cells', {}, 'linked agrees'],
    [
      'the name and the firm in other words',
      { email: undefined, phone: undefined, contact_name: 'SMITH, John', company: 'Alder Systems' },
      'linked agrees',
    ],
    [
      'a colleague behind the same number',
      { contact_name: 'Mary Brown', email: 'mary.brown@alder.example' },
      'none other_person',
    ],
    ['another name under the address', { contact_name: 'Mary Brown' }, 'review name_conflict'],
    [
      'a namesake elsewhere',
      { email: 'john.smith@birch.example', phone: '+13125550199', company: 'Birch Foods' },
      'none other_person',
    ],
    ['the name alone', { email: undefined, phone: undefined, company: undefined }, 'review name_only'],
    ['an initial at the firm', { contact_name: 'J. Smith', email: undefined, phone: undefined }, 'review initial_only'],
    [
      'an address that spells another',
      { email: 'mary.brown@alder.example', phone: undefined },
      'review spells_another',
    ],
    [
      'nobody alike',
      { contact_name: 'Li Wei', email: 'li.wei@cedar.example', phone: '+4930123456', company: 'Cedar' },
      'none nobody_alike',
    ],
  ] as const)('%s', (_, change, wanted) => {
    const [link] = linked([{ ...JOHN, ...change, id: 'L-1' } as PersonCells], [JOHN]);
    expect(`${link?.decision} ${link?.reason}`).toBe(wanted);
  });

  test('two of one name at the firm are rivals, and each is named', () => {
    const [link] = linked(
      [{ id: 'L-1', contact_name: 'John Smith', company: 'Alder Systems' }],
      [JOHN, { ...JOHN, id: 'C-2', email: 'john.smith2@alder.example', phone: '+12125550102' }],
    );
    expect(link).toMatchObject({
      decision: 'review',
      reason: 'rivals',
      best: { id: 'C-1' },
      rivals: [{ id: 'C-2' }],
      margin: 0,
    });
  });

  test('the same person twice in the CRM is no rival', () => {
    const [link] = linked(
      [{ ...JOHN, id: 'L-1' }],
      [
        { ...JOHN, id: 'C-10' },
        { id: 'C-9', contact_name: 'John Smith', company: 'Alder Systems Inc' },
      ],
    );
    expect(link).toMatchObject({ decision: 'linked', best: { id: 'C-10' }, rivals: [] });
  });
});

const level = (a: string, b: string): string => {
  const [x, y] = [parseName(a), parseName(b)];
  return x && y ? compareNames(x, y, (family) => family === 'hansen' || family === 'hanson') : 'missing';
};

test.each([
  ['José García', 'JOSE GARCIA', 'same'],
  ['Müller, Dr. Anna', 'Anna Mueller', 'same'],
  ['Thomas van der Berg', 'Thomas Vanderberg', 'same'],
  ['Nguyen Minh', 'Minh Nguyen', 'turned'],
  ['Bob Jones', 'Robert Jones', 'nickname'],
  ['Christopher Hall', 'Christine Hall', 'given_initial'],
  ['Maria Rossi', 'Mario Rossi', 'given_initial'],
  ['Maria Rossi', 'Paolo Rossi', 'other_given'],
  ['Michael Reed', 'Michaela Reed', 'given_initial'],
  ['Adrián Reed', 'Adriano Reed', 'ending'],
  ['Quique Reed', 'Enrique Reed', 'nickname'],
  ['Rose Reed', 'Rosemary Reed', 'own_form'],
  ['J. Reed', 'J. Reed', 'initial'],
  ['J. Robert Reed', 'Robert Reed', 'nickname'],
  ['Luis Jorales', 'Luis Morales Caroso', 'garbled'],
  ['Luis Moralles', 'Luis Morales Caroso', 'loose'],
  ['Christina Oewis', 'Christina Lewis', 'garbled'],
  ['Savid Yarople', 'David Yarpole', 'garbled'],
  ['Kassem Ahmed', 'Ahed Kassem', 'garbled'],
  ['Uwe Kraus', 'Ute Kraus', 'given_initial'],
  ['de Vries Esther', 'Wilhelmina de Vries', 'other_given'],
  ['de Luca Angela', 'de Luca Stefano', 'other_given'],
  ['Guerrero Marin Jose', 'Maria Guerrero', 'other'],
  ['Hans Gold', 'Jan Gold', 'other_given'],
  ['María José García', 'José García López', 'other'],
  ['Micheal Reed', 'Michael Reed', 'spelling'],
  ['Ana García López', 'Ana García', 'part'],
  ['Hernán García Martín', 'Hernán García', 'part'],
  ['Rodolfo Ramos Tomás', 'Rodolfo Ramos', 'part'],
  ['Ziad Abdullah-Ahmed', 'Ahmed Abdullah', 'other_given'],
  ['Omar al-Rashid', 'Rashid al-Rashid', 'other_given'],
  ['Abdul Rahman Abdullah', 'Abdul Rahman Rahman', 'other_family'],
  ['Jean Thomas-Martinez', 'Thomas Thomas-Martinez', 'other_given'],
  ['Carmen Ferrer-García Crespo', 'Ferrer-García Crespo', 'family_only'],
  ['James Robert Smith', 'Robert Smith', 'middle'],
  ['M. Luciano Gallo', 'Mario Gallo', 'monsieur'],
  ['M. Gallo', 'Mario Gallo', 'initial'],
  ['M. de Wit', 'Maria de Wit', 'initial'],
  ['Jean-François Petit', 'Jean François', 'within'],
  ['Jean-Pierre François', 'Pierre Jean', 'within'],
  ['Ignacio Gil', 'Ignacio Gil Alonso', 'within'],
  ['Juan Garcia Lopez', 'Juan Garcia', 'part'],
  ['M. Rafael González Palone', 'Rafael González', 'garbled'],
  ['Dipl.-Ing. Nigel Robertson', 'Nigel Robertson', 'same'],
  ['Underton Sr.', 'Daniel Underton Sr.', 'family_only'],
  ['al-Mansouri', 'Nabil al-Mansouri', 'family_only'],
  ['J. Hansson', 'Hansson Josephine', 'initial'],
  ['Hansson J.', 'Josephine Hansson', 'initial'],
  ['Thomas L.', 'Linda Thomas', 'other'],
  ['J. Thomas', 'Thomas Jones', 'other'],
  ['Wlison', 'Niamh Wilson', 'garbled'],
  ['Karl Gold', 'Carl Gold', 'nickname'],
  ['Elisabeth Gold', 'Elizabeth Gold', 'nickname'],
  ['Lisa Gold', 'Elizabeth Gold', 'own_form'],
  ['Liz Gold', 'Elizabeth Gold', 'nickname'],
  ['J. Smith', 'John Smith', 'initial'],
  ['Smith', 'John Smith', 'family_only'],
  ['John Smith', 'John Smith Jr.', 'generation'],
  ['John Smith Sr.', 'John Smith Jr.', 'other_given'],
  ['Anna Hansen', 'Anna Hanson', 'other_family'],
  ['PÃ©rez Juan', 'Juan Pérez', 'turned'],
  ['van Dam Dirk', 'van Dijk', 'loose'],
  ['van Dijk', 'van Dijck', 'loose'],
  ['Serrano Escini', 'Serrano Escini Manuel', 'family_only'],
  ['Jiwon Kim', 'Jiwoo Kim', 'given_initial'],
  ['Meiling Chen', 'Meilin Chen', 'garbled'],
  ['Chen Meiling', 'Chen Meilin', 'garbled'],
  ['Wei Zhang', 'Wen Zhang', 'given_initial'],
  ['Marek Nowak', 'Mirek Nowak', 'given_initial'],
  ['Anna Schmidt', 'Hanna Schmidt', 'other_given'],
  ['Jean-Pierre Petit', 'Jean-Paul Petit', 'given_initial'],
  ['Jean-Pierre Petit', 'Jean-P. Petit', 'same'],
  ['José María López', 'María José López', 'middle'],
  ['John R. Smith', 'John P. Smith', 'generation'],
  ['J. R. Smith', 'J. P. Smith', 'generation'],
  ['Ramesh Kumar', 'Rajesh Kumar', 'given_initial'],
  ['Sameer Ali', 'Samir Ali', 'nickname'],
  ['Peggy Goodwin', 'Marfaret Goodwin', 'loose'],
  ['Peggy Goodwin', 'Marjorie Goodwin', 'other_given'],
  ['Käthe Stein', 'Katharina Stein', 'own_form'],
  ['Kathi Stein', 'Katharina Stein', 'nickname'],
])('the names %s and %s: %s', (a, b, wanted) => {
  expect([level(a, b), level(b, a)]).toEqual([wanted, wanted]);
});

test.each([
  ['Alder Systems, Inc.', 'ALDER SYSTEMS LLC', 'same'],
  ['Smith & Sons Ltd', 'Smith and Sons', 'same'],
  ['Wildwave S.L.U.', 'Wildwave', 'same'],
  ['Northern Tech', 'Northern Technologies GmbH', 'same'],
  ['Harborline Freight', 'Harborlin Freight', 'near'],
  ['Acme', 'Acme Software', 'part'],
  ['Acme Software', 'Acme Systems', 'other'],
  ['Store 12', 'Store 13', 'other'],
  ['Alder - North', 'Alder - South', 'other'],
  ['Tell Me', 'Tell', 'part'],
  ['Alder Capiatl', 'Alder Capital', 'near'],
  ['Hanse Phafma', 'Hanse Pharma', 'near'],
  ['Alder Foods', 'Alder Goods', 'other'],
  ['Alder Meddia', 'Alder Media', 'near'],
  ['Alder Medica', 'Alder Media', 'other'],
  ['Eurro Recruitment', 'Euro Recruitment', 'part'],
  ['Sky Hil', 'Sky Hill', 'part'],
  ['Bel', 'Bell', 'other'],
  ['Alder onsulting', 'Alder Consulting', 'near'],
  ['Alder nidustries', 'Alder Industries', 'near'],
  ['Alder Health', 'Alder Wealth', 'other'],
  ['Capiatl', 'Capital', 'other'],
  ['Sky Mill Industries', 'Sy Mill Industries', 'part'],
  ['Alder Systems North America', 'Alder Systems GmbH', 'near'],
  ['Alder Systems UK Ltd', 'Alder Systems France SAS', 'other'],
  ['Global UK', 'Global', 'part'],
  ['Kelly && Sons', 'Kelly & Sons', 'same'],
  ['Northern Food', 'Northern Foods Inc', 'same'],
  ['Nasser, Ibrahim & Hassan FZCO', 'Nasser, Ibrahim and Hassan', 'same'],
  ['NIH', 'Nasser, Ibrahim & Hassan', 'part'],
  ['Lumal e.K.', 'Lumal', 'same'],
])('the companies %s and %s: %s', (a, b, wanted) => {
  const [x, y] = [parseCompany(a), parseCompany(b)];
  expect(x && y && [compareCompanies(x, y), compareCompanies(y, x)]).toEqual([wanted, wanted]);
});

test.each(['Freelance', 'n/a', 'Self-employed', '(retired)'])(
  '"%s" is no company: nobody is a colleague by it',
  (text) => {
    expect(companyKey(text)).toBeUndefined();
  },
);

test.each([
  ['jsmith@alder.example', 'own'],
  ['smith.j@alder.example', 'own'],
  ['bob@alder.example', 'unclear'],
  ['johnsmit@alder.example', 'own'],
  ['jane.doe@alder.example', 'other'],
  ['info@alder.example', 'unclear'],
])('%s of John Smith: %s', (email, wanted) => {
  const name = parseName('John Smith');
  expect(name && spells(email, name)).toBe(wanted);
});

test('a short form that no list has is spelled by the name that it begins', () => {
  const said = (email: string, text: string) => {
    const name = parseName(text);
    return name && spells(email, name);
  };
  expect(said('aditya@alder.example', 'Adi Kumar')).toBe('own');
  expect(said('evander@alder.example', 'Eva Kumar')).toBe('other');
});

test.each([
  ['ruth.imai@alder.example', 'ruth.imia@alder.example', true],
  ['ruth.imai@alder.example', 'ruth.imai@aldre.example', true],
  ['jan.smith@alder.example', 'jane.smith@alder.example', false],
  ['ruth1@alder.example', 'ruth2@alder.example', false],
  ['ruth@alder.con', 'ruth@alder.org', true],
  ['ruth@alder.com.com', 'ruth@alder.com.au', true],
  ['ruth@alder.com', 'ruth@alder.de', false],
  ['ruth@alderelectronics.example', 'ruth@alderelectroncis.example', true],
  ['ruth@ibm.com', 'ruth@idm.com', false],
  ['ruth.imai@alder.example', 'omar.vance@alder.example', false],
  ['nichael.young@alder.example', 'michael.young@alder.example', true],
  ['arie.young@alder.example', 'marie.young@alder.example', false],
  ['m.young@alder.example', 'n.young@alder.example', false],
  ['msmith@alder.example', 'jsmith@alder.example', false],
  ['faernandez@alder.example', 'afernandez@alder.example', true],
])('%s and %s are one slip apart: %s', (a, b, wanted) => {
  expect(isNearEmail(a, b)).toBe(wanted);
});
