import type { SourceName } from '../model.ts';
import type { Field } from '../read/field.ts';
import { OrderEvidence, readInstant } from '../read/instant.ts';
import { fieldsOf } from '../read/source-table.ts';
import { foldHeader } from '../read/table.ts';
import { readEmail, readPhone } from '../read/values.ts';

/** Words of vendors that say what happened to a meeting, without a side that nobody named. First match wins. */
const OUTCOMES: readonly (readonly [RegExp, string])[] = [
  [/re-?sched|moved|postponed|verschoben|report[ée]/i, 'rescheduled'],
  [/no[ _-]?show|did ?n.t show|absent|nicht erschienen/i, 'no_show'],
  [/cancel|abgesagt|annul/i, 'canceled'],
  [/show|held|attend|complet|done|met\b|sat\b|signed|stattgefunden|erledigt/i, 'held'],
  [/schedul|book|confirm|set\b|pending|upcoming|open/i, 'scheduled'],
];
const DISPOSITIONS: readonly (readonly [RegExp, string])[] = [
  [/voice ?mail|answering|machine|\bvm\b|mailbox/i, 'voicemail'],
  [/no[ _-]?answer|unanswered|not answered|ring/i, 'no_answer'],
  [/busy|congest/i, 'busy'],
  [/fail|disconnect|invalid|wrong number|intercept|error|bad number/i, 'failed'],
  [
    /interested|set|appoint|call ?back|connect|conversation|spoke|decision|referr|gatekeeper|do not call|dnc|transfer/i,
    'human',
  ],
];

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/replace/i, 'replacement'],
  [/retainer|monthly fee|platform|management fee/i, 'retainer'],
  [/set-?up|onboarding/i, 'setup'],
  [/hour|time/i, 'hours'],
  [/\btax\b|vat|mwst|tva|gst/i, 'tax'],
  [/shortfall|minimum/i, 'shortfall'],
  [/meeting|lead|appointment|demo|termin/i, 'lead'],
];
const GUESSES: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  outcome: OUTCOMES,
  disposition: DISPOSITIONS,
  kind: KINDS,
};

/** A canonical word that a vendor's own word may mean; undefined where nothing suggests one. */
export function guessWord(field: string, text: string): string | undefined {
  return GUESSES[field]?.find(([pattern]) => pattern.test(text))?.[1];
}

/** The column that a needed field may be in: its header shares a word with the field's names and its cells are of the field's kind, or it is the only one that is. */
export function guessColumn(
  source: SourceName,
  name: string,
  headers: readonly { readonly header: string; readonly samples: readonly string[] }[],
): string | undefined {
  const field = fieldsOf(source)[name];
  if (!field) return undefined;
  const words = new Set([name, ...field.aliases].flatMap((alias) => foldHeader(alias).split(' ')));
  const fitting = headers.filter(({ samples }) => fits(field, samples));
  const scored = fitting.map(({ header }) => ({
    header,
    shared: foldHeader(header)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => words.has(word)).length,
  }));
  const [best] = scored.sort((x, y) => y.shared - x.shared);
  // An address says what it is; so does the only column of times.
  const isTold = field.kind === 'email' || (field.kind === 'instant' && fitting.length === 1);
  return best && (best.shared > 0 || isTold) ? best.header : undefined;
}

function fits({ kind }: Field, samples: readonly string[]): boolean {
  if (!samples.length) return false;
  if (kind === 'email') return samples.every((text) => readEmail(text) !== undefined);
  if (kind === 'phone') return samples.every((text) => readPhone(text, 'US') !== undefined);
  if (kind !== 'instant') return true;
  const evidence = new OrderEvidence();
  for (const text of samples) evidence.add(text);
  return samples.every((text) => {
    const read = readInstant(text, evidence.order() ?? 'mdy', undefined);
    return typeof read === 'number' || read === 'no_zone';
  });
}
