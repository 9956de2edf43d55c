import { createHash } from 'node:crypto';
import { stringify } from 'csv-stringify/sync';
import { compareNatural } from '../link/keys.ts';
import type { LinkDecision } from '../link/link-decisions.ts';
import type { OpenLink } from '../link/open-links.ts';
import { LINK_REASONS } from '../link/reasons.ts';
import { SEEN_FIELDS, type Seen } from '../link/seen.ts';
import { type Problem, problem } from '../problems/problem.ts';
import { readFilledIn } from '../read/filled-in.ts';
import { forSpreadsheet, forTerminal } from '../report/escape.ts';
import type { Zone } from '../sow/zone.ts';

/** What is asked, by a short name: of the pair and of what both sides show, so that an answer to other values is told apart. */
export function nameOf({ about, claim, source, record, ours, theirs }: Asked): string {
  const values = [ours, theirs].map((side) => SEEN_FIELDS.map((field) => side[field] ?? ''));
  const text = JSON.stringify([about, claim, source, record ?? '', ...values]);
  return `Q${createHash('sha256').update(text).digest('hex').slice(0, 12)}`;
}
type Asked = Pick<LinkDecision, 'about' | 'claim' | 'source' | 'record' | 'ours' | 'theirs'>;

/** Each question once, in the order in which they are asked: claim by claim, the best first. */
export const inOrder = (open: readonly OpenLink[]): OpenLink[] =>
  [...new Map(open.map((link) => [nameOf(link), link])).values()].sort(
    (a, b) =>
      compareNatural(a.claim, b.claim) ||
      compareNatural(a.about, b.about) ||
      compareNatural(a.source, b.source) ||
      (b.score ?? 0) - (a.score ?? 0) ||
      compareNatural(a.record ?? '', b.record ?? '') ||
      compareNatural(a.place.file, b.place.file) ||
      a.place.line - b.place.line,
  );

export const placeOf = ({ place }: OpenLink): string => `${place.file}:${place.line}`;

/** How a person reads a value: a start in the zone of the SOW. */
export function shown(side: Seen, field: (typeof SEEN_FIELDS)[number], zone: Zone): string {
  const text = side[field] ?? '';
  return field === 'starts_at' && text ? zone.format(Date.parse(text)) : text;
}

const COLUMNS: readonly (readonly [string, (link: OpenLink, zone: Zone) => string])[] = [
  ['question', nameOf],
  ['claim', (l) => l.claim],
  ['about', (l) => l.about],
  ['source', (l) => l.source],
  ['record', (l) => l.record ?? ''],
  ['place', placeOf],
  ['score', (l) => (l.score === undefined ? '' : String(l.score))],
  ['reason', (l) => `${l.reason}: ${LINK_REASONS[l.reason]}`],
  ['rivals', (l) => l.rivals.join('; ')],
  ...SEEN_FIELDS.map((field) => [`our_${field}`, (l: OpenLink, zone: Zone) => shown(l.ours, field, zone)] as const),
  ...SEEN_FIELDS.map((field) => [`their_${field}`, (l: OpenLink, zone: Zone) => shown(l.theirs, field, zone)] as const),
  ['decision', () => ''],
  ['why', () => ''],
];

/** The open links as a table to fill in: a line a pair. */
export function sheetOf(open: readonly OpenLink[], zone: Zone): string {
  const safe = (text: string): string => forSpreadsheet(forTerminal(text));
  return stringify([
    COLUMNS.map(([name]) => name),
    ...inOrder(open).map((link) => COLUMNS.map(([, of]) => safe(of(link, zone)))),
  ]);
}

/** Who decided, on which day, and why where nothing else is said. */
export interface Signature {
  readonly by: string;
  readonly at: string;
  readonly why: string | undefined;
}

/** An answer, with the line on which it stands. */
export interface Answer {
  readonly question: string;
  readonly decision: LinkDecision;
  readonly line: number;
}

/** Reads a filled-in table against what is open and what was decided; lines without a decision are passed over. */
export function readSheet(
  text: string,
  file: string,
  questions: readonly Asked[],
  { by, at, why }: Signature,
): { answers: readonly Answer[]; problems: readonly Problem[] } {
  const wrong = (link: string, reason: string, expected: string, line?: number): Problem =>
    problem('bad_decision', { file, ...(line === undefined ? {} : { line }) }, { link, reason, expected });
  const rows = readFilledIn(text, ['question', 'decision', 'why']);
  if ('reason' in rows)
    return {
      answers: [],
      problems: [wrong('the file', rows.reason, 'the CSV of `leadaudit review`, with its columns')],
    };
  const byName = new Map(questions.map((asked) => [nameOf(asked), asked]));
  const problems: Problem[] = [];
  const answers = rows.flatMap(({ line, cell }): Answer[] => {
    const said = cell('decision').toLowerCase();
    if (!said) return [];
    const [question, reason] = [cell('question'), cell('why') || why];
    const link = `${cell('claim')} and ${cell('record') || cell('place')}`;
    const asked = byName.get(question);
    if (!asked)
      problems.push(
        wrong(
          link,
          'this is not asked, or no longer with these values',
          'the lines of a fresh `leadaudit review`',
          line,
        ),
      );
    else if (said !== 'same' && said !== 'other')
      problems.push(wrong(link, `"${said}" is no decision`, '`same`, `other`, or nothing', line));
    else if (!reason)
      problems.push(wrong(link, 'nothing says why', 'a reason in `why`, or one for all as --why', line));
    else {
      const { claim, about, source, record, ours, theirs } = asked;
      const decision = { claim, about, source, record, decision: said, by, at, why: reason, ours, theirs } as const;
      return [{ question, decision, line }];
    }
    return [];
  });
  return { answers, problems };
}
