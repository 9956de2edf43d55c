import { stepOf, whyOf } from '../report/answer.ts';
import type { AuditDocument } from '../report/document.ts';
import { headlineOf, plural, sum, withCommas } from '../report/phrases.ts';
import { asItIs, needsOf, type Pack, type PackLine } from './pack.ts';

/** A piece of a sentence: our own words, text of others that must stay plain text in any format, or a word to type as it stands. */
type Piece = string | { readonly foreign: string } | { readonly code: string };
export type Text = readonly Piece[];

/** The letter that goes with the lines, in no format yet: facts, clauses and rows; who is at fault is nobody's business here. */
export interface Letter {
  readonly title: Text;
  readonly scope: Text;
  readonly opening: Text;
  readonly sections: readonly Section[];
}

interface Section {
  readonly title: Text;
  readonly paragraph?: Text;
  readonly items?: readonly Item[];
  readonly points?: readonly Text[];
}

/** One line of the vendor, with what is said of it by name. */
interface Item {
  readonly title: Text;
  readonly facts: readonly (readonly [name: string, text: Text])[];
}

const day = (instant: string): string => instant.slice(0, 16).replace('T', ' ');
const foreign = (text: string): Piece => ({ foreign: text });

/** The lines of the invoice, or rows of the drop, that ask for something; several claims may stand on one. */
const linesOf = ({ claims }: Pack['doc']): ReadonlySet<string> =>
  new Set(
    claims.flatMap(({ outcome, adjusts, evidence: [own] }) =>
      own && outcome !== 'unclaimed' && adjusts === null ? `${own.file}:${own.line}` : [],
    ),
  );

export function letterOf(pack: Pack): Letter {
  const { doc, lines, owed, clientSide, hide = asItIs } = pack;
  const { sow, period, totals } = doc;
  const money = moneyOf(doc);
  const asked = linesOf(doc).size;
  const disputed = lines.filter((l) => l.status === 'disputed');
  const open = lines.filter((l) => l.status === 'open');
  const withSum = (words: string, some: readonly PackLine[]): Text => [
    `${words}: ${some.length}`,
    ...(some.length ? [', ', ...money(sum(some.map((l) => l.atStake)))] : []),
  ];
  return {
    title: [foreign(sow.client), ' to ', foreign(sow.vendor), ': ', foreign(period.label)],
    scope: ['SOW ', foreign(sow.id), `, ${period.from} to ${period.to}, as of ${doc.as_of}.`],
    opening: asked
      ? [
          `We went through ${plural(asked, 'line')} that ${asked === 1 ? 'asks' : 'ask'} for `,
          ...money(totals.claimed),
          '. ',
          ...money(totals.payable),
          ` is payable. ${lines.length ? BELOW : NOTHING}`,
        ]
      : [`No line of this period asks for anything. ${NOTHING}`],
    sections: [
      ...(lines.length
        ? [
            {
              title: withSum('Lines that we could not support', disputed),
              items: disputed.map((l) => itemOf(l, pack)),
            },
            { title: withSum('Lines that are open', open), items: open.map((l) => itemOf(l, pack)) },
          ]
        : []),
      {
        title: ['Our side'],
        points: [
          ...owed.map(
            (c): Text => [
              foreign(c.id),
              ': ',
              ...money(c.supported),
              ' is owed and ',
              ...money(c.claimed),
              ' was asked for: ',
              foreign(hide(c.why)),
              '.',
            ],
          ),
          ...clientSide.map((f): Text => [foreign(hide(f.message)), ` (${f.code}).`]),
        ],
      },
      ...beyondLines(pack),
      ...(lines.length ? [HOW_TO_ANSWER] : []),
    ],
  };
}

const BELOW =
  'Below are the lines that we could not support with the records at hand, each with its clause and its rows, and those that are still open. If you have a record that we do not, please send it.';
const NOTHING = 'There is nothing to dispute.';

const HOW_TO_ANSWER: Section = {
  title: ['How to answer'],
  paragraph: [
    'In the table that comes with this letter, fill ',
    { code: 'answer' },
    ' with ',
    { code: 'accept' },
    ', ',
    { code: 'reject' },
    ' or ',
    { code: 'counter' },
    ', ',
    { code: 'counter_amount' },
    ' for a counter with how much of the disputed amount you still ask for, and ',
    { code: 'comment' },
    ' with what supports it.',
  ],
};

/** Steps of the bridge that no line of the vendor asks for, with the kinds of our lines that they come from. */
const BEYOND: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['cleared', new Set(['cleared'])],
  ['fixed_fees', new Set(['retainer', 'setup', 'hours'])],
  ['shortfall', new Set(['shortfall'])],
  ['adjustments', new Set(['adjustment'])],
  ['credits', new Set(['sla_credit', 'late_report_credit', 'clawback'])],
  ['tax', new Set(['tax'])],
]);

/** How what is asked for comes to what is payable, where the lines alone do not tell it. */
function beyondLines({ doc, hide = asItIs }: Pack): Section[] {
  if (!doc.bridge.some(({ step }) => BEYOND.has(step))) return [];
  const money = moneyOf(doc);
  const points = doc.bridge.map(({ step, amount, running }): Text => {
    const { name, isSum } = stepOf(step);
    const own = doc.lines.filter(({ kind }) => BEYOND.get(step)?.has(kind));
    const why = own.map((l) => {
      const closed = doc.claims.flatMap((c) => (c.adjusts !== null && l.claims.includes(c.id) ? c.adjusts : []));
      const said = hide(whyOf({ adjusts: closed.join(', ') || null, why: l.why }));
      return `${said}${l.clause === null ? '' : ` (${l.clause})`}`;
    });
    return [
      `${name}: `,
      ...money(isSum ? running : amount),
      ...(why.length ? [', ', foreign(why.join('; '))] : []),
      '.',
    ];
  });
  return [{ title: ['From what you ask for to what is payable'], points }];
}

const moneyOf =
  ({ sow }: AuditDocument) =>
  (text: string): Text => [`${withCommas(text)} `, foreign(sow.currency)];

function itemOf(line: PackLine, { doc, hide }: Pack): Item {
  const { id, claim, atStake, status } = line;
  const needs = needsOf(line);
  const money = moneyOf(doc);
  const said = hide ?? asItIs;
  const who = hide ? [] : [claim.contact, claim.company].flatMap((name) => name ?? []);
  const rows = claim.evidence.flatMap(({ file, line }, i): Text => [i ? ', ' : '', foreign(said(file)), `:${line}`]);
  const facts: readonly (readonly [string, Text | null])[] = [
    ['Amount', [...money(atStake), ' of ', ...money(claim.claimed)]],
    ['Clause', claim.clause === null ? null : [foreign(claim.clause)]],
    ['Reason', [`${headlineOf(claim)}: `, foreign(said(claim.why))]],
    ['Would settle it', needs.length ? [foreign(said(needs.join('; ')))] : null],
    ['Meeting', claim.meeting_id === null ? null : [foreign(claim.meeting_id)]],
    ['Resolves', claim.resolves_at === null ? null : [day(claim.resolves_at)]],
    ['Deadline', claim.dispute_by === null ? null : [day(claim.dispute_by)]],
    ['Rows', rows.length ? rows : null],
  ];
  const title = [id, ...who].flatMap((text, i): Text => [i ? ', ' : '', foreign(text)]);
  return {
    title: [...title, status === 'open' ? ', open' : ''],
    facts: facts.flatMap(([name, text]) => (text ? [[name, text] as const] : [])),
  };
}
