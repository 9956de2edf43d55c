import { type FlatTable, flatTable, money, number, type TableParts, text, time } from '../flat-table.ts';
import type { SampleDocument, SampleItem, SampleReview } from './document.ts';

const table = <R>(parts: TableParts<SampleDocument, R>): FlatTable<SampleDocument> => flatTable(parts);

/** A figure of the statement with its bounds. */
interface Line {
  readonly what: string;
  readonly value: string | number | null;
  readonly low?: string | number | null;
  readonly high?: string | number | null;
  readonly note?: string;
}

const sheet = table<SampleItem & { readonly seed: string }>({
  title: 'what is to be reviewed, a line each, with the columns to fill in last',
  rows: ({ items, seed }) => items.map((item) => ({ ...item, seed })),
  columns: [
    number('draw', (i) => i.draw),
    text('id', (i) => i.id),
    money('amount', (i) => i.amount),
    text('contact', (i) => i.contact),
    text('company', (i) => i.company),
    text('email', (i) => i.email),
    text('phone', (i) => i.phone),
    text('agent', (i) => i.agent),
    text('meeting', (i) => i.meeting),
    time('at', (i) => i.at),
    text('recordings', (i) => i.recordings.join('; ')),
    text('stated', (i) => i.stated),
    text('look_for', (i) => i.look_for),
    text('certain', (i) => (i.certain ? 'yes' : 'no')),
    text('seed', (i) => i.seed),
    text('hash', (i) => i.hash),
    text('result', (i) => i.result),
    money('should_pay', (i) => i.should_pay),
    text('by', (i) => i.by),
    text('note', (i) => i.note),
  ],
});

const statement = table<Line>({
  title: 'the draw in figures, and what the review says with its bounds',
  rows: ({ population, plan, confidence, seed, review }) => [
    { what: 'population', value: population.items, note: `seed ${seed}` },
    { what: 'population_amount', value: population.amount },
    { what: 'drawn', value: plan.size, note: plan.method },
    ...(plan.method === 'aql'
      ? [
          { what: 'accept', value: plan.accept, note: `AQL ${plan.aql}, letter ${plan.used}` },
          { what: 'reject', value: plan.reject },
        ]
      : []),
    ...(plan.method === 'money'
      ? [
          { what: 'tolerable', value: plan.tolerable },
          { what: 'interval', value: plan.interval, note: `factor ${plan.factor}` },
        ]
      : []),
    ...(review ? said(review, confidence) : []),
  ],
  columns: [
    text('what', (l) => l.what),
    number('value', (l) => l.value),
    number('low', (l) => l.low ?? null),
    number('high', (l) => l.high ?? null),
    text('note', (l) => l.note ?? ''),
  ],
});

const said = ({ counts, verdict, failing, money: wrong }: SampleReview, confidence: string): Line[] => [
  ...Object.entries(counts).map(([what, value]) => ({ what, value })),
  ...(failing
    ? [
        { what: 'failing_share', value: failing.share, low: failing.low, high: failing.high, note: confidence },
        { what: 'failing_items', value: null, low: failing.least, high: failing.most, note: confidence },
      ]
    : []),
  ...(wrong ? [{ what: 'money', value: wrong.projected, low: wrong.least, high: wrong.most, note: confidence }] : []),
  ...(verdict ? [{ what: 'verdict', value: null, note: verdict }] : []),
];

/** The flat tables of a sample. */
export const SAMPLE_TABLES = {
  sample: sheet,
  statement,
  errors: table<SampleReview['errors'][number]>({
    title: 'failures of a sample by money: what each stands for, and adds to the bound',
    rows: ({ review }) => review?.errors ?? [],
    columns: [
      text('id', (e) => e.id),
      money('amount', (e) => e.amount),
      money('should_pay', (e) => e.should_pay),
      text('certain', (e) => (e.certain ? 'yes' : 'no')),
      money('projected', (e) => e.projected),
      money('bound', (e) => e.bound),
    ],
  }),
} as const;
