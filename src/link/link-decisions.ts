import { stringify } from 'yaml';
import { z } from 'zod';
import { type Problem, problem } from '../problems/problem.ts';
import { type EntryPlace, readEntries } from '../sow/entries.ts';
import { date, text } from '../sow/scalars.ts';
import { SEEN_FIELDS, type Seen } from './seen.ts';
import { LINKED_SOURCES } from './traces.ts';

const cell = () => text().optional();
const seen = z.strictObject({
  contact_name: cell(),
  email: cell(),
  phone: cell(),
  company: cell(),
  domain: cell(),
  starts_at: cell(),
});

/** A link that a person decided, with what was seen; every part is mandatory, so that it can be answered for. */
const decision = z
  .strictObject({
    claim: text().describe('the meeting or lead of the vendor'),
    about: z.enum(['meeting', 'person']).describe('what the record is said to be of'),
    source: z.enum(LINKED_SOURCES),
    record: text().optional().describe('its id; without one its values name it'),
    decision: z.enum(['same', 'other']),
    by: text(),
    at: date(),
    why: text(),
    ours: seen.describe('what the claim showed'),
    theirs: seen.describe('what the record showed'),
  })
  .refine((d) => d.about === 'meeting' || d.source === 'crm', { error: 'only a record of the CRM is a person' });
export type LinkDecision = z.output<typeof decision>;

/** The decisions of a file, and which file it was. */
export interface LinkDecisions {
  readonly file: string;
  readonly sha256: string;
  readonly decisions: readonly LinkDecision[];
}

/** What a decision is on: the same claim and record decided again is another answer to one question. */
export const pairOf = (d: Omit<LinkDecision, 'decision' | 'by' | 'at' | 'why'>): string =>
  JSON.stringify([d.about, d.claim, recordKey(d)]);

/** A record by its id and start (an id may come back every week), else by all of its values; what was decided on one day of several people by both. */
function recordKey({ source, record, theirs }: Pick<LinkDecision, 'source' | 'record' | 'theirs'>): string {
  const values = SEEN_FIELDS.map((field) => theirs[field] ?? '');
  if (source === 'decisions') return JSON.stringify([source, record, ...values]);
  return JSON.stringify([source, record ?? values, theirs.starts_at ?? '']);
}

/** Of decisions that cannot stand together the later one, and why. */
export function clashes<D extends LinkDecision>(decisions: readonly D[]): { decision: D; reason: string }[] {
  const pairs = new Set<string>();
  const same = new Map<string, D>();
  return decisions.flatMap((d) => {
    const pair = pairOf(d);
    if (pairs.has(pair)) return [{ decision: d, reason: `${d.claim} and this record are decided twice` }];
    pairs.add(pair);
    if (d.decision === 'other') return [];
    // A record is of one meeting; a claim is of one person, whom many claims may name.
    const key = d.about === 'meeting' ? recordKey(d) : d.claim;
    const known = same.get(`${d.about} ${key}`);
    if (!known) {
      same.set(`${d.about} ${key}`, d);
      return [];
    }
    const reason =
      d.about === 'meeting'
        ? `the record is decided to be of ${known.claim} as well`
        : `${d.claim} is decided to be ${known.record ?? 'somebody else'} as well`;
    return [{ decision: d, reason }];
  });
}

/** Reads the file of decided links, strictly: what is half understood would link what nobody linked. */
export function readLinkDecisions(
  content: string,
  file: string,
): { decisions: readonly LinkDecision[]; problems: readonly Problem[] } {
  const kind = { schema: decision, one: 'decision', many: 'decided links' };
  const { entries, problems } = readEntries<LinkDecision>(content, file, kind);
  const clashing = clashes<LinkDecision & EntryPlace>(entries).map(({ decision: { line, column }, reason }) =>
    problem('wrong_value', { file, line, column }, { path: 'decision', reason }),
  );
  return { decisions: entries.map(({ line, column, ...rest }) => rest), problems: [...problems, ...clashing] };
}

const HEAD = `# Links that a person decided. \`leadaudit review\` adds to it and writes it whole: comments of yours would be lost.
`;

/** The file as it is written. */
export const linkDecisionsText = (decisions: readonly LinkDecision[]): string =>
  HEAD +
  stringify(decisions.map(inOrder), {
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
    lineWidth: 0,
    flowCollectionPadding: true,
  });

const inOrder = ({
  claim,
  about,
  source,
  record,
  decision: said,
  by,
  at,
  why,
  ours,
  theirs,
}: LinkDecision): object => ({
  claim,
  about,
  source,
  ...(record === undefined ? {} : { record }),
  decision: said,
  by,
  at,
  why,
  ours: filled(ours),
  theirs: filled(theirs),
});

const filled = (side: Seen): Seen =>
  Object.fromEntries(SEEN_FIELDS.flatMap((field) => (side[field] === undefined ? [] : [[field, side[field]]])));
