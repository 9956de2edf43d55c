import { type FlatTable, flatTable, money, type TableParts, text } from '../flat-table.ts';
import type { SimulationDocument } from './document.ts';
import { type Part, partsOf } from './parts.ts';

const table = <R>(parts: TableParts<SimulationDocument, R>): FlatTable<SimulationDocument> => flatTable(parts);

/** The facts under one set of clauses: as they are, with one change alone, or with all of an alternative. */
interface Run {
  readonly alternative: string;
  readonly change: string;
  readonly path: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly totals: SimulationDocument['totals'] | null;
  readonly difference: string | null;
}

function runsOf({ sow, totals, alternatives }: SimulationDocument): Run[] {
  const whole = { path: null, from: null, to: null };
  return [
    { ...whole, alternative: sow.file, change: 'now', totals, difference: null },
    ...alternatives.flatMap((a): Run[] => [
      ...a.changes.map(({ id, ...change }) => ({ ...change, alternative: a.title, change: id })),
      { ...whole, alternative: a.title, change: 'interaction', totals: null, difference: a.interaction },
      { ...whole, alternative: a.title, change: 'all', totals: a.totals, difference: a.difference },
    ]),
  ];
}

interface Of {
  readonly alternative: string;
  readonly part: Part;
}

const parts = (doc: SimulationDocument): Of[] =>
  doc.alternatives.flatMap((a) => partsOf(a).map((part) => ({ alternative: a.title, part })));

interface Effect extends Of {
  readonly change: string;
  readonly difference: string;
}

/** What each change does to each part, and what is left over when they come together. */
const effects = (doc: SimulationDocument): Effect[] =>
  parts(doc).flatMap((of) => {
    const { effects, interaction } = of.part;
    const rest = Number(interaction) === 0 ? [] : [{ change: 'interaction', difference: interaction }];
    return [...effects, ...rest].map((effect) => ({ ...of, ...effect }));
  });

const total = (name: keyof SimulationDocument['totals']) => money<Run>(name, (run) => run.totals?.[name] ?? null);

/** The tables of `simulate`. */
export const SIMULATION_TABLES = {
  changes: table<Run>({
    title: 'the clauses as they are, and each change: alone, what is left over, and all together',
    rows: runsOf,
    columns: [
      text('alternative', (r) => r.alternative),
      text('change', (r) => r.change),
      text('path', (r) => r.path),
      text('from', (r) => r.from),
      text('to', (r) => r.to),
      total('supported'),
      total('not_billable'),
      total('pending'),
      total('review'),
      total('payable'),
      money('difference', (r) => r.difference),
    ],
  }),
  claims: table<Of>({
    title: 'claims that change, and price lines that no claim asks for; they sum to the difference of an alternative',
    rows: parts,
    columns: [
      text('alternative', (r) => r.alternative),
      text('id', (r) => r.part.id),
      text('meeting_id', (r) => r.part.claim?.meeting_id ?? null),
      text('contact', (r) => r.part.claim?.contact ?? null),
      text('company', (r) => r.part.claim?.company ?? null),
      text('now_outcome', (r) => r.part.claim?.now?.outcome ?? null),
      text('now_reason', (r) => r.part.claim?.now?.reason ?? null),
      money('now_supported', (r) => r.part.now ?? null),
      text('then_outcome', (r) => r.part.claim?.then?.outcome ?? null),
      text('then_reason', (r) => r.part.claim?.then?.reason ?? null),
      text('then_clause', (r) => r.part.claim?.then?.clause ?? null),
      money('then_supported', (r) => r.part.then ?? null),
      money('difference', (r) => r.part.difference),
      text('why', (r) => r.part.claim?.then?.why ?? null),
    ],
  }),
  effects: table<Effect>({
    title: 'what each change alone does to each claim, and what is left over; they sum to the same',
    rows: effects,
    columns: [
      text('alternative', (r) => r.alternative),
      text('change', (r) => r.change),
      text('id', (r) => r.part.id),
      text('meeting_id', (r) => r.part.claim?.meeting_id ?? null),
      text('contact', (r) => r.part.claim?.contact ?? null),
      text('company', (r) => r.part.claim?.company ?? null),
      money('difference', (r) => r.difference),
    ],
  }),
} as const;
