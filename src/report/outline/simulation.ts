import { incomplete, plural, quarantinedIn, withCommas } from '../phrases.ts';
import type { SimulatedAlternative, SimulationDocument } from '../simulation/document.ts';
import { type Part, partsOf } from '../simulation/parts.ts';
import { footingOf, isNothing, MEASURES, signed, whyOf } from '../simulation/words.ts';
import type { Figure, Head, Outline, Section, Table } from './outline.ts';

/** Claims shown of an alternative; CSV has them all. */
const SHOWN = 500;

/** The same facts under other clauses. */
export function outlineOfSimulation(doc: SimulationDocument): Outline {
  const { sow, period } = doc;
  const aside = quarantinedIn(doc.inputs);
  const title = `${sow.vendor} for ${sow.client}, ${period.label}, under other clauses`;
  return {
    title: `leadaudit simulate: ${title}`,
    reports: [
      {
        title,
        scope: `SOW ${sow.id}, ${period.from} to ${period.to}, as of ${doc.as_of}`,
        warnings: aside ? [`${incomplete(aside)}; reconcile names them`] : [],
        answers: answers(doc),
        sections: [
          sideBySide(doc),
          ...doc.alternatives.flatMap((alternative) => [worth(alternative), ...claims(alternative)]),
          {
            title: 'What this rests on',
            blocks: footingOf(doc).map((text) => ({ kind: 'prose', text })),
          },
        ],
      },
    ],
  };
}

function answers({ sow, totals, alternatives }: SimulationDocument): Figure[] {
  const amount = (text: string): string => `${withCommas(text)} ${sow.currency}`;
  return [
    { word: 'NOW', tone: 'strong', amount: amount(totals.payable), note: `payable under ${sow.file}` },
    ...alternatives.map(
      ({ id, title, totals: then, difference, changes }): Figure => ({
        word: id,
        tone: 'strong',
        amount: amount(then.payable),
        note: `${isNothing(difference) ? 'the same' : signed(difference)}: ${title}, ${plural(changes.length, 'change')}`,
      }),
    ),
  ];
}

const figure = (title: string): Head => ({ title, as: 'figure' });

function sideBySide(doc: SimulationDocument): Section {
  const { alternatives } = doc;
  const rows = MEASURES.map(([name, of]) => [name, ...[doc, ...alternatives].map((a) => withCommas(of(a.totals)))]);
  rows.push(['difference of payable', '', ...alternatives.map((a) => signed(a.difference))]);
  const table: Table = {
    kind: 'table',
    head: [{ title: 'sum' }, figure('now'), ...alternatives.map((a) => figure(a.id))],
    rows,
    sums: new Set([rows.length - 1]),
  };
  return { title: 'Side by side', blocks: [table] };
}

/** What each change is worth by itself; with what they do to each other it comes to the difference. */
function worth({ id, title, changes, interaction, difference }: SimulatedAlternative): Section {
  const heading = `${id} ${title}: what each change is worth`;
  if (!changes.length) return { title: heading, blocks: [{ kind: 'prose', text: 'No clause reads otherwise.' }] };
  const rows = changes.map((c) => [
    c.id,
    `${c.path}: ${c.from ?? 'not set'} -> ${c.to ?? 'left out'}`,
    c.difference === null ? 'not alone' : signed(c.difference),
  ]);
  if (changes.length > 1) rows.push(['', 'what they do together beyond that', signed(interaction)]);
  rows.push(['', 'all together', signed(difference)]);
  const table: Table = {
    kind: 'table',
    head: [{ title: 'id', as: 'word' }, { title: 'change' }, figure('difference')],
    rows,
    sums: new Set([rows.length - 1]),
  };
  return { title: heading, blocks: [table] };
}

/** Claim by claim, what belongs to no claim last. */
function claims(alternative: SimulatedAlternative): Section[] {
  const parts = partsOf(alternative);
  if (!parts.length) return [];
  const table: Table = {
    kind: 'table',
    head: [
      { title: 'claim', as: 'word' },
      { title: 'contact' },
      figure('now'),
      figure('then'),
      figure('difference'),
      { title: 'by', as: 'word' },
      { title: 'why' },
    ],
    rows: [...parts.slice(0, SHOWN).map(cellsOf), ['sum', '', '', '', signed(alternative.difference), '', '']],
    sums: new Set([Math.min(parts.length, SHOWN)]),
    whole: { hidden: Math.max(0, parts.length - SHOWN), flags: '--format csv --table claims' },
  };
  return [{ title: `${alternative.id} claim by claim (${parts.length})`, blocks: [table] }];
}

const cellsOf = (part: Part): string[] => [
  part.id,
  part.claim?.contact ?? part.claim?.meeting_id ?? '',
  part.now === undefined ? '-' : withCommas(part.now),
  part.then === undefined ? '-' : withCommas(part.then),
  signed(part.difference),
  part.effects.map((e) => e.change).join(' ') || 'all',
  whyOf(part),
];
