import { directionOf } from '../read/directions.ts';
import { foldHeader, type TableRow } from '../read/table.ts';
import type { Columns } from './composed.ts';

/** Words for who calls and for who is called, at the beginning of a header. */
const CALLER =
  /^(?:(?:hs )?call )?(from|caller|calling|source|src|originat(?:or|ing)|origin|ani|anrufer|appelant|llamante|origen)(?= |$)/;
const CALLED =
  /^(?:(?:hs )?call )?(to|callee|called|destination|dest|dst|dnis|dialed|recipient|angerufener?|ziel|appelé|destinataire|destino)(?= |$)/;
/** What says no more than that a column has what is dialed. */
const NUMBER = /\b(party|number|phone|no|rufnummer|numéro|número)\b/g;

/** Columns of who calls and who is called, that are of one thing by their names. */
interface Pair {
  readonly caller: string;
  readonly called: string;
}

/** What is left of a header without such a word; undefined of others, and of members of lists, whose place does not say who they are. */
function stemOf(name: string, word: RegExp): string | undefined {
  const folded = foldHeader(name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')).replace(/^.*\./, '');
  if (!word.test(folded) || /\.\d+\./.test(name)) return undefined;
  return folded.replace(word, '').replace(NUMBER, ' number ').replace(/\s+/g, ' ').trim();
}

/** The headers of a caller and of a called party that are alike but for that: `From Number` and `To Number`, `Caller` and `Callee`. */
function pairsOf(header: readonly string[]): Pair[] {
  return header.flatMap((caller): Pair[] => {
    const stem = stemOf(caller, CALLER);
    const called = stem === undefined ? undefined : header.find((name) => stemOf(name, CALLED) === stem);
    return called === undefined ? [] : [{ caller, called }];
  });
}

/** The columns that such pairs are made of. */
export const partiesOf = (header: readonly string[]): string[] =>
  pairsOf(header).flatMap(({ caller, called }) => [caller, called]);

const isNumber = (text: string): boolean => /^['=]?"?(?:tel:|sip:)?\+?[\d ().-]{7,}"?$/i.test(text);
const isName = (text: string): boolean => /\p{L}{2}/u.test(text) && !isNumber(text);
const isMostly = (texts: readonly string[], is: (text: string) => boolean): boolean =>
  texts.length > 0 && texts.filter(is).length * 2 > texts.length;

/**
 * What stands on the side of the agent and on that of the prospect, where a log has columns of who calls and who is called: told by
 * what is in them of calls that were dialed, and of calls that came in the other way round.
 */
export function sidesOf(
  header: readonly string[],
  rows: readonly TableRow[],
  directionAt: number | undefined,
): Columns {
  const isInbound = ({ cells }: TableRow): boolean => directionOf(cells[directionAt ?? -1] ?? '') === 'inbound';
  const cellsOf = (out: string, into: string): string[] =>
    rows.flatMap((row) => (row.cells[header.indexOf(isInbound(row) ? into : out)] ?? '').trim() || []);
  const ruleOf = (outbound: string, inbound: string): Columns[string] =>
    directionAt === undefined ? outbound : { outbound, inbound };
  const found: Record<string, Columns[string]> = {};
  for (const { caller, called } of pairsOf(header)) {
    const [ours, theirs] = [cellsOf(caller, called), cellsOf(called, caller)];
    if (isMostly(ours, isName)) found.agent ??= ruleOf(caller, called);
    if (isMostly(theirs, isNumber)) found.phone ??= ruleOf(called, caller);
    if (isMostly(theirs, isName)) found.contact_name ??= ruleOf(called, caller);
  }
  // A log of dials may name the called party alone.
  const dialed = header.find((name) => ['', 'number'].includes(stemOf(name, CALLED) ?? '-'));
  if (!pairsOf(header).length && dialed !== undefined && isMostly(cellsOf(dialed, dialed), isNumber))
    found.phone = dialed;
  return found;
}
