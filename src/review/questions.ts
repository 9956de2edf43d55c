import type { LinkDecision } from '../link/link-decisions.ts';
import type { OpenLink } from '../link/open-links.ts';
import { LINK_REASONS } from '../link/reasons.ts';
import { SEEN_FIELDS } from '../link/seen.ts';
import type { Zone } from '../sow/zone.ts';
import { nameOf, placeOf, shown } from './sheet.ts';

/** What each key says. */
export const KEYS = { y: 'same', n: 'other', s: 'skip', q: 'quit' } as const;
type Key = keyof typeof KEYS;
export const isKey = (key: string): key is Key => Object.hasOwn(KEYS, key);

export const PROMPT = 'same? y = same, n = other, s = skip, q = quit: ';

/** A question as it is shown: both sides beside each other. */
export function questionLines(link: OpenLink, number: number, of: number, zone: Zone): string[] {
  const { claim, about, source, record, ours, theirs, reason, score, rivals } = link;
  const fields = SEEN_FIELDS.filter((field) => ours[field] !== undefined || theirs[field] !== undefined);
  const wide = Math.max(5, ...fields.map((field) => shown(ours, field, zone).length));
  const row = (name: string, left: string, right: string): string =>
    `  ${name.padEnd(12)}  ${left.padEnd(wide)}  ${right}`.trimEnd();
  return [
    '',
    `${number} of ${of}: is ${source} ${record ?? placeOf(link)} the same ${about} as ${claim}?`,
    row('', 'claim', `${source} ${placeOf(link)}`),
    ...fields.map((field) => row(field, shown(ours, field, zone), shown(theirs, field, zone))),
    `  ${score === undefined ? '' : `${score} bits, `}${reason}: ${LINK_REASONS[reason]}`,
    ...(rivals.length ? [`  or it is ${rivals.join(', ')}`] : []),
  ];
}

/** What is still to be asked after an answer: of a record that found its meeting, or a claim that found its person, nothing. */
export function afterAnswer(left: readonly OpenLink[], asked: OpenLink, said: LinkDecision['decision']): OpenLink[] {
  const isAnswered = (other: OpenLink): boolean => {
    if (nameOf(other) === nameOf(asked)) return true;
    if (said === 'other' || other.about !== asked.about) return false;
    return asked.about === 'person' ? other.claim === asked.claim : isOneRecord(other, asked);
  };
  return left.filter((other) => !isAnswered(other));
}

const isOneRecord = (a: OpenLink, b: OpenLink): boolean =>
  a.source === b.source && a.place.file === b.place.file && a.place.n === b.place.n;
