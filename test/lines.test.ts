import { describe, expect, test } from 'vitest';
import { Called } from '../src/link/called.ts';
import { UNDECIDED } from '../src/link/decided.ts';
import { scaleBy } from '../src/link/identity/fields.ts';
import { type Identity, Registry, takeCensus } from '../src/link/identity/identity.ts';
import { companyKey } from '../src/link/keys.ts';
import type { Billing } from '../src/link/lines/fits.ts';
import { type LineLink, linkLines } from '../src/link/lines/link-lines.ts';
import { spokenIn, tellsDay } from '../src/link/lines/texts.ts';
import type { Slot } from '../src/link/slots.ts';
import { kindInWords } from '../src/read/line-words.ts';
import type { InvoiceLine } from '../src/read/records.ts';
import { diceOf } from './support/dice.ts';
import { linkWorld, type PersonCells } from './support/link-world.ts';
import { shuffle } from './support/link-world-crowd.ts';
import { FREE_MAIL } from './support/linked.ts';
import { slot } from './support/slots.ts';

describe('whom a text names', () => {
  const registry = new Registry(FREE_MAIL);
  const called = new Called(
    [
      { contact_name: 'Anna Müller', company: 'Stahlwerk Nord GmbH' },
      { contact_name: 'Wei Zhang', company: 'Bank of Omaha' },
      { contact_name: 'Maria del Carmen Ruiz', company: 'Lead Ltd' },
      { contact_name: 'April May', company: 'Anna Müller Consulting' },
      { contact_name: 'Will Mark', company: 'Monday' },
      { contact_name: 'Karl Becker', company: 'Meeting Point GmbH' },
    ].map((cells, i): [number, Identity] => [i, registry.keep(cells)]),
    registry,
  );
  test.each<[string, [number, string][], string[]]>([
    [
      'Qualified meeting - Anna Müller (Stahlwerk Nord) 4 June',
      [
        [0, 'person'],
        [0, 'company'],
      ],
      [],
    ],
    ['Meeting with Ms. Mueller, Anna from Nord', [[0, 'person']], ['nord']],
    ['Termin mit A. Müller am 3. Juni', [[0, 'initial']], []],
    ['2 meetings Bank of Omaha', [[1, 'company']], []],
    [
      'SQL: Zhang Wei / Maria del Carmen Ruiz',
      [
        [1, 'person'],
        [2, 'person'],
      ],
      [],
    ],
    ['Qualified lead, June', [], []],
    ['Meeting with April May on 12 June', [[3, 'person']], []],
    ['Meeting - Anna Müller Consulting', [[3, 'company']], []],
    [
      'Anna Müller of Anna Müller Consulting',
      [
        [3, 'company'],
        [0, 'person'],
      ],
      [],
    ],
    ['Held on Monday 22 June', [], []],
    ['Meeting Point GmbH - June 16', [[5, 'company']], []],
    ['Lead: Hans Nobody, Nowhere GmbH', [], ['hans', 'nobody', 'nowhere', 'gmbh']],
    ['Anna and Müller', [], ['anna', 'müller']],
    [`${'Anna '.repeat(200_000)}Müller`, [], Array(100).fill('anna')],
  ])('%.60s', (text, named, rest) => {
    const spoken = spokenIn(text, called);
    expect(spoken.mentions.flatMap(({ of, by }) => [...of].map((who) => [who, by]))).toEqual(named);
    expect(spoken.rest).toEqual(rest);
  });

  test('a firm of one word among others, or that is a word of days, is told faintly', () => {
    const faint = (text: string) => spokenIn(text, called).faint.map(({ text }) => text);
    expect(faint('Held on Monday 22 June')).toEqual(['Monday']);
    expect(faint('Lead: Monday CTO')).toEqual(['Lead', 'Monday']);
    expect(faint('Meeting - Anna Müller')).toEqual([]);
  });

  test.each<[string, boolean]>([
    ['Meeting with Anna on 4 June', true],
    ['Anna Novak 4 June', true],
    ['Anna, 04.06.2026', true],
    ['Anna, 4.6.', true],
    ['Anna, 6/4/26', true],
    ['Anna, 2026-06-04', true],
    ['Anna, 04-Jun-2026', true],
    ['Anna, 04.06.2025', false],
    ['Anna, 2025-06-04', false],
    ['meeting 4/6', false],
    ['June 4th, Anna', true],
    ['Termin am 4. Juni', true],
    ['le 4 juin', true],
    ['Meeting of 5 June', false],
    ['14 June', false],
    ['4 meetings', false],
  ])('%s', (text, isTold) => {
    expect(tellsDay(text, '2026-06-04')).toBe(isTold);
  });
});

const billing: Billing = {
  period: { label: '2026-06', from: '2026-06-01', to: '2026-06-30' },
  parties: ['Alder Systems', 'Brightline'],
  dayOf: (at) => new Date(at).toISOString().slice(0, 10),
  // As if the month before were closed, and M-4 not known then.
  isKnownThen: ({ to }, { id }) => to >= '2026-06-01' || id !== 'M-4',
};

const lineOf = (cells: Partial<InvoiceLine>, i: number): InvoiceLine => ({
  raw: {},
  drop: 0,
  amount: '400',
  line_id: String(i),
  row: { source: 'invoice', file: 'invoice.csv', line: i + 2, n: i + 2 },
  ...cells,
});
function linksOf(lines: readonly InvoiceLine[], slots: readonly Slot[]): Map<InvoiceLine, LineLink> {
  const registry = new Registry(FREE_MAIL);
  const scale = scaleBy(registry, takeCensus([], [], registry), undefined);
  return linkLines(lines, slots, scale, () => UNDECIDED, billing);
}
const slotOf = ({ id, starts_at, ...cells }: PersonCells): Slot => {
  const record = { id, ...cells, outcome: 'held' as const, ...(starts_at === undefined ? {} : { starts_at }) };
  return slot(record, { id, person: id });
};

describe('lines of an invoice in a crowd', () => {
  const world = linkWorld(5, { leads: 1500, people: 1500 }, 'hard');
  const slots = world.people.map(slotOf);
  const forms: readonly (readonly [string, (lead: PersonCells) => Partial<InvoiceLine> | undefined])[] = [
    [
      'columns',
      ({ contact_name, company }) => (contact_name && companyKey(company) ? { contact_name, company } : undefined),
    ],
    [
      'address',
      ({ contact_name, email }) => (email ? { email, ...(contact_name ? { contact_name } : {}) } : undefined),
    ],
    [
      'text',
      ({ contact_name: name, company }) =>
        name && companyKey(company) ? { description: `Qualified meeting - ${name} (${company})` } : undefined,
    ],
    [
      'sentence',
      ({ contact_name: name, company }) =>
        name && companyKey(company) ? { description: `Meeting with ${name} from ${company}` } : undefined,
    ],
  ];

  test.each(forms)('%s: no line is for somebody else', (_, cellsOf) => {
    const leads = world.leads.flatMap((lead) => (cellsOf(lead) ? [lead] : []));
    const lines = leads.map((lead, i) => lineOf(cellsOf(lead) ?? {}, i));
    const links = linksOf(lines, slots);
    let right = 0;
    const wrong = leads.flatMap((lead, i) => {
      const link = links.get(lines[i] as InvoiceLine);
      const truth = world.truth.get(lead.id);
      // Where as many lines as people have one name, which is whose is nobody's to say.
      if (link?.decision !== 'linked' || link.reason === 'as_many') return [];
      if (truth?.kind === 'same' && link.slots.every(({ id }) => truth.ids.has(id))) {
        right++;
        return [];
      }
      return [{ lead, kind: truth?.kind, to: link.slots.map(({ record }) => record), reason: link.reason }];
    });
    expect(wrong).toEqual([]);
    expect(right / leads.length).toBeGreaterThan(0.5);
  });

  test('a firm with very many leads is asked about, in short', () => {
    const all = Array.from({ length: 600 }, (_, i) =>
      slotOf({ id: `M-${i}`, contact_name: `Ann Smith${i}`, company: 'Acme' }),
    );
    const lines = all.map((_, i) => lineOf({ description: 'Meeting - Acme', meeting_date: '2026-06-15' }, i));
    const links = [...linksOf(lines, all).values()];
    expect(new Set(links.map(({ decision, slots }) => `${decision} ${slots.length}`))).toEqual(new Set(['review 20']));
  });

  test('the order of the drop changes nothing', () => {
    const lines = world.leads.map(({ contact_name = '', company = '' }, i) =>
      lineOf({ description: `Meeting: ${contact_name}, ${company}` }, i),
    );
    const shuffled = [...slots];
    shuffle(shuffled, diceOf(3));
    expect(linksOf(lines, shuffled)).toEqual(linksOf(lines, slots));
  });
});

describe('what stands on every line', () => {
  const june = (day: number, id: string): Slot => ({
    ...slotOf({ id, contact_name: 'Lena Foss', company: 'Mapleloop' }),
    person: 'M-3',
    start: Date.UTC(2026, 5, day, 14),
  });
  const slots = [
    slotOf({ id: 'M-1', contact_name: 'Ruth Imai', company: 'Harborline Freight', email: 'ruth@harborline.example' }),
    slotOf({
      id: 'M-2',
      contact_name: 'Omar Vance',
      company: 'Cedarworks',
      email: 'omar@cedarworks.example',
      title: 'COO',
    }),
    june(3, 'M-3'),
    june(9, 'M-4'),
    slotOf({ id: 'M-5', contact_name: 'Nora Hill', company: 'Quarrytech' }),
    slotOf({ id: 'M-6', contact_name: 'Eva Hill', company: 'Quarrytech' }),
  ];
  const said = (all: readonly Partial<InvoiceLine>[]) => {
    const lines = all.map(lineOf);
    const links = linksOf(lines, slots);
    return lines.map((line) => {
      const link = links.get(line);
      return link && `${link.decision}: ${link.slots.map(({ id }) => id).join(' ')}`;
    });
  };

  test.each<[string, Partial<InvoiceLine>[], (string | undefined)[]]>([
    [
      'the client is nobody billed',
      [{ company: 'Alder Systems Inc' }, { company: 'Cedarworks' }],
      [undefined, 'linked: M-2'],
    ],
    [
      'nor is whom all lines name and no drop knows',
      [{ contact_name: 'Dana Cole' }, { contact_name: 'Dana Cole' }],
      [undefined, undefined],
    ],
    [
      'but one of a drop is',
      [{ contact_name: 'Ruth Imai' }, { contact_name: 'Ruth Imai' }],
      ['linked: M-1', 'linked: M-1'],
    ],
    [
      'and who stands on one line alone',
      [{ contact_name: 'Dana Cole' }, { contact_name: 'Ruth Imai' }],
      ['none: ', 'linked: M-1'],
    ],
    ['more than one line bills', [{ description: 'Ruth Imai and Omar Vance', quantity: 2 }], ['linked: M-1 M-2']],
    ['two for one', [{ description: 'Ruth Imai and Omar Vance' }], ['review: M-1 M-2']],
    ['a campaign beside a number', [{ description: '10 meetings, Cedarworks campaign', quantity: 10 }], [undefined]],
    ['somebody else of a firm', [{ description: 'Meeting: Hans Nobody, Cedarworks' }], ['review: M-2']],
    ['half a name', [{ description: 'Meeting: Ms Imai, Harborline Freight' }], ['review: M-1']],
    ['on the very day', [{ description: 'Meeting: Ms Imai, Harborline Freight, 15 June' }], ['linked: M-1']],
    [
      'on the very day, in a column that names no year',
      [{ description: 'Meeting: Ms Imai, Harborline Freight', raw: { meeting_date: 'Jun 15' } }],
      ['linked: M-1'],
    ],
    ['on another day', [{ description: 'Meeting: Ms Imai, Harborline Freight, 16 June' }], ['review: M-1']],
    ['of two on the day', [{ description: 'Meeting: Ms Hill, Quarrytech, 15 June' }], ['review: M-5 M-6']],
    ['somebody of another firm', [{ description: 'Meeting: Ruth Imai, Cedarworks' }], ['review: M-1']],
    [
      'a line for both meetings of one',
      [{ description: '2 meetings with Lena Foss', quantity: 2 }],
      ['linked: M-3 M-4'],
    ],
    [
      'of them the one whose day is told is not taken by a line before',
      [{ description: 'Lena Foss' }, { description: 'Lena Foss 3 June' }],
      ['linked: M-4', 'linked: M-3'],
    ],
    [
      'dates of an invoice that differ are days of its lines',
      [
        { description: 'Lena Foss', invoice_date: '2026-06-09' },
        { description: 'Ruth Imai', invoice_date: '2026-06-15' },
      ],
      ['linked: M-4', 'linked: M-1'],
    ],
    [
      'one date of an invoice is of no line',
      [
        { description: 'Lena Foss', invoice_no: 'A', invoice_date: '2026-06-09' },
        { description: 'Ruth Imai', invoice_no: 'A' },
        { description: 'Omar Vance', invoice_no: 'B', invoice_date: '2026-06-30' },
      ],
      ['linked: M-3', 'linked: M-1', 'linked: M-2'],
    ],
    [
      'fewer than it bills',
      [{ description: '3 meetings: Ruth Imai; Hans Nobody; Otto Nobody', quantity: 3 }],
      ['review: M-1'],
    ],
    [
      'somebody unknown, twice',
      [{ description: 'Hans Nobody' }, { description: 'Hans Nobody' }, { description: 'Ruth Imai' }],
      ['none: ', 'none: ', 'linked: M-1'],
    ],
    [
      'another firm, twice',
      [{ description: 'Ruth Imai, Zenith' }, { description: 'Ruth Imai, Zenith' }],
      ['review: M-1', 'review: M-1'],
    ],
    [
      'words beside several are no firm',
      [{ description: 'Summer Push: Ruth Imai' }, { description: 'Summer Push: Omar Vance' }],
      ['linked: M-1', 'linked: M-2'],
    ],
    [
      'the one line of a month shows the contact of the client',
      [{ contact_name: 'Dana Cole', company: 'Alder Systems', quantity: 12 }],
      [undefined],
    ],
    ['also without a quantity', [{ contact_name: 'Dana Cole', company: 'Alder Systems' }], [undefined]],
    [
      'another form of a name at the firm',
      [{ description: 'Meeting: Ruth Imay (Harborline Freight)' }, { description: 'Meeting: Omar Vance' }],
      ['linked: M-1', 'linked: M-2'],
    ],
    [
      'and without it',
      [{ description: 'Meeting: Ruth Imay' }, { description: 'Meeting: Omar Vance' }],
      ['review: M-1', 'linked: M-2'],
    ],
    ['half a name', [{ contact_name: 'Mr Vance' }], ['review: M-2']],
    ['half a name and half a firm', [{ contact_name: 'Ms Imai', company: 'Harborline' }], ['review: M-1']],
    ['a married name', [{ contact_name: 'Ruth Adler', company: 'Harborline Freight' }], ['review: M-1']],
    ['a sibling', [{ contact_name: 'Peter Vance', company: 'Cedarworks' }], ['none: ']],
    [
      'a firm among other words',
      [{ description: 'Demo Cedarworks procurement' }, { description: 'Ruth Imai' }],
      ['review: M-2', 'linked: M-1'],
    ],
    ['a firm and the title of its lead', [{ description: 'Cedarworks - COO' }], ['linked: M-2']],
    ['a firm and another title', [{ description: 'Cedarworks - CFO' }], ['review: M-2']],
    [
      'a ledger account on most lines is nobody billed',
      [
        { company: 'Meeting revenue', description: 'Ruth Imai' },
        { company: 'Meeting revenue' },
        { company: 'Meeting revenue' },
        { company: 'Setup revenue' },
      ],
      ['linked: M-1', undefined, undefined, 'none: '],
    ],
    [
      'words of most lines are no name',
      [
        { description: 'Summer Push' },
        { description: 'Summer Push' },
        { description: 'Summer Push' },
        { description: 'Ruth Imai' },
      ],
      [undefined, undefined, undefined, 'linked: M-1'],
    ],
    ['two of a firm, one by half the name', [{ description: 'Nora and Eva Hill (Quarrytech)' }], ['review: M-6 M-5']],
    [
      'an address in the text',
      [
        { description: 'Meeting - Omar@cedarworks.example 9 June' },
        { description: 'by jane@dial.example: Ruth Imai (Harborline Freight)' },
      ],
      ['linked: M-2', 'linked: M-1'],
    ],
    [
      'a line of a closed month keeps its meeting',
      [{ description: 'Lena Foss 9 June', period: '2026-05' }, { description: 'Lena Foss 9 June' }],
      ['linked: M-3', 'linked: M-4'],
    ],
    ['somebody unknown, on the only line', [{ description: 'Qualified meeting - Hans Nobody (Nowhere)' }], ['none: ']],
    [
      'somebody beside several leads on the only line',
      [{ description: 'Meetings for Hans Nobody', quantity: 12 }],
      [undefined],
    ],
    ['a service on the only line', [{ description: 'Appointment Setting Services' }], [undefined]],
    ['fees name nobody', [{ description: 'Ruth Imai', kind: 'retainer' }], [undefined]],
    ['an id is an id', [{ description: 'Ruth Imai', meeting_id: 'M-2' }], [undefined]],
  ])('%s', (_, lines, expected) => {
    expect(said(lines)).toEqual(expected);
  });
});

test.each(['CGST @ 9%', 'SGST @ 9%', 'IGST 18%', 'QST 9.975 %', 'TVA 20 %', 'zzgl. 19 % MwSt.'])(
  '%s is a tax and nothing else',
  (words) => {
    expect(kindInWords(words)).toBe('tax');
  },
);

test.each([
  ['Agentenstunden Juni 2026', 'hours'],
  ['Agent hours, June', 'hours'],
  ['Calling hours', 'hours'],
  ['Happy Hours GmbH', undefined],
  ['Office hours with Dana Cole', undefined],
])('%s: %s', (words, kind) => {
  expect(kindInWords(words)).toBe(kind);
});
