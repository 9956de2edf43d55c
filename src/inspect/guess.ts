import { OUTCOME_WORDS, type SourceName } from '../model.ts';
import { isTimeOfDay } from '../read/day-and-time.ts';
import { directionOf } from '../read/directions.ts';
import type { Field } from '../read/field.ts';
import { OrderEvidence, readInstant } from '../read/instant.ts';
import { counted } from '../read/series.ts';
import { fieldsOf } from '../read/source-table.ts';
import { foldHeader, type TableRow } from '../read/table.ts';
import { readEmail, readPhone } from '../read/values.ts';
import type { ColumnFacts } from './columns.ts';

/** What a vendor's word may mean; undefined where it says only what it does not. */
type Guess = readonly [pattern: RegExp, word: string | undefined];

const NO_SHOW =
  /no[ _-]?show|did ?(n.?t|not) (show|sit|attend|come|join|turn up)|\bDNA\b|absent|nicht erschienen|no se present|no asisti|pas venu|non (présenté|honoré)/i;
const HELD =
  /show|held|attend|complet|done|met\b|sat\b|signed|stattgefunden|durchgeführt|erledigt|effectu|réalisé|honoré|\btenu|realizad|celebrad/i;
const NOT = /\b(not|never|no|nicht|kein|pas|sin)\b|n['’]t\b|incomplete|unattended/i;

/** Words of vendors that say what happened to a meeting. First match wins. */
const OUTCOMES: readonly Guess[] = [
  // In a column such as `Held?`.
  [/^(yes|y|true|checked|ja|oui|s[ií]|x|✓|✔)$/i, 'held'],
  // Who did not come may have been given another day; at this one nobody came.
  [NO_SHOW, 'no_show'],
  [
    /re-?sched|re-?set\b|re-?book|moved|postponed|verschoben|verlegt|report[ée]|déplacé|reprogramad|aplazad/i,
    'rescheduled',
  ],
  [/cancel|abgesagt|storniert|annul/i, 'canceled'],
  [/\btech/i, 'technical'],
  // What a picklist shows where nobody picked anything.
  [/^-+ ?none ?-+$/i, 'unknown'],
  [/not (yet )?started|in progress|to[ -]?do$|planned/i, 'scheduled'],
  [NOT, undefined],
  [HELD, 'held'],
  [
    /schedul|book|confirm|set\b|pending|upcoming|open|geplant|offen|bestätigt|gebucht|prévu|planifi|à venir|programad|pendiente/i,
    'scheduled',
  ],
];
/** The side that a word names; nobody is named by `host` or `customer`, which may be either. */
const SIDES: readonly (readonly [RegExp, string])[] = [
  [/prospect|invitee|\blead\b|interessent/i, 'prospect'],
  [/\bclient\b|auftraggeber/i, 'client'],
  [/\bvendor\b|\bagency\b|\bagentur\b/i, 'vendor'],
];
/** What a call came to. HubSpot names its own outcomes by ids. */
const DISPOSITIONS: readonly Guess[] = [
  [/^(f240bbac-87c9|a4c4c377-d246)/i, 'human'],
  [/abandon|agent not available|aufgegeben/i, 'abandoned'],
  [
    /voice ?mail|answering|machine|\bl?vm\b|left (a )?message|mailbox|anrufbeantworter|répondeur|messagerie|buzón|contestador|^b2cf5968-551e/i,
    'voicemail',
  ],
  [
    /no[ _-]?answer|unanswered|(not|n['’]t|did not) answer(ed)?|\bring|missed|verpasst|manqué|perdida|declined|rejected|\bcancel|nicht erreicht|keine antwort|(pas de|sans) réponse|no contesta|sin respuesta|^73a0d17f-1163/i,
    'no_answer',
  ],
  [/busy|congest|besetzt|occupé|ocupado|comunicando|^9d9162e7-6cf3/i, 'busy'],
  [
    /fail|disconnect|invalid|wrong|intercept|error|bad (number|phone|data)|(not|out of|non) (in )?(service|working)|blocked|\bfax\b|falsche nummer|kein anschluss|faux numéro|número (equivocado|erróneo)|^17b47fee-58de/i,
    'failed',
  ],
  [/\b(no|not|never|un) ?-?(contact|connect|conversation|reach)/i, 'no_answer'],
  [
    /interes|intéress|\bset\b|app(oin)?t|\bmeeting|\bdemo|book|schedul|call ?back|connect|conversation|spoke|decision|referr|gatekeeper|barrage|secrétaire|do not call|dnc|transfer|answered|accepted|\blive\b|human|gespräch|rückruf|termin(?!at)|entscheider|rappel|rendez-vous|rdv|\bcita\b/i,
    'human',
  ],
];

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/\bsla\b/i, 'sla_credit'],
  [/claw/i, 'clawback'],
  [/credit|refund|discount|adjust|gutschrift|erstattung|storno|rabatt|\bavoir\b|remise|abono|descuento/i, 'adjustment'],
  [/replace|ersatz|remplace|reemplaz/i, 'replacement'],
  [/retainer|monthly fee|platform|management fee|pauschale|grundgebühr|forfait|cuota/i, 'retainer'],
  [/set-?up|onboarding|einrichtung|mise en place|puesta en marcha/i, 'setup'],
  [/hour|time|stunde|heure|\bhoras?\b/i, 'hours'],
  [/\btax\b|vat|mwst|\bust\b|umsatzsteuer|tva|gst|\biva\b/i, 'tax'],
  [/shortfall|minimum|mindest/i, 'shortfall'],
  [
    /meeting|lead|appts?\b|appointment|demo|discovery|\b[sm]ql|termin|rendez-vous|\brdv\b|\bcitas?\b|reuni[óo]n/i,
    'lead',
  ],
];
/** Whether a deal is at its end. */
const DEAL_STATUS: readonly Guess[] = [
  [/\b(not|never|no|deleted|archived)\b|gelöscht|supprim|eliminad/i, undefined],
  [/\blost\b|verloren|\bperdu|perdid/i, 'lost'],
  [/\bwon\b|gewonnen|gagn[ée]|ganad/i, 'won'],
  [/\b(open|active)\b|offen|ouvert|en cours|abiert/i, 'open'],
];
/** What the client decided. */
const DECIDED: readonly Guess[] = [
  [/undecided|pending|open|\btb[cd]\b|review|wait|maybe|\?|offen|en cours|pendiente|n\/?a$|^-+$/i, 'undecided'],
  [
    /^(n|no|false|0|nein|non)$|reject|declin|denied|return|disqual|unqual|(not|un) ?-?(accept|qualif|approv)|abgelehnt|zurück|refus|rechaz/i,
    'rejected',
  ],
  [/^(y|yes|true|1|x|ok|ja|oui|s[ií]|✓|✔)$|accept|approv|qualif|\bsal\b|angenommen|akzept|acept/i, 'accepted'],
];
const GUESSES: Readonly<Record<string, readonly Guess[]>> = {
  outcome: OUTCOMES,
  disposition: DISPOSITIONS,
  kind: KINDS,
  deal_status: DEAL_STATUS,
  decision: DECIDED,
};

/** A canonical word that a vendor's own word may mean, with the side that it names; undefined where nothing suggests one. */
export function guessWord(field: string, text: string): string | undefined {
  if (field === 'direction') return directionOf(text);
  const word = GUESSES[field]?.find(([pattern]) => pattern.test(text))?.[1];
  // `was rescheduled -> held` says two things, and which came last a person sees.
  if (field === 'outcome' && FAILED.has(word ?? '') && isHeldToo(text)) return undefined;
  const side = SIDES.find(([pattern]) => pattern.test(text))?.[1];
  const sided = `${word}_${side}`;
  return field === 'outcome' && OUTCOME_WORDS.some((known) => known === sided) ? sided : word;
}

const FAILED: ReadonlySet<string> = new Set(['no_show', 'rescheduled', 'canceled']);

/** Whether a text that says that a meeting failed says that it was held as well. */
function isHeldToo(text: string): boolean {
  const rest = text.replace(new RegExp(NO_SHOW, 'gi'), ' ');
  return HELD.test(rest) && !NOT.test(rest);
}

/** The column that a needed field may be in: its header shares a word with the field's names and its cells are of the field's kind, or it is the only one that is. */
export function guessColumn(
  source: SourceName,
  name: string,
  headers: readonly Pick<ColumnFacts, 'header' | 'samples' | 'filled' | 'distinct'>[],
): string | undefined {
  const field = fieldsOf(source)[name];
  if (!field) return undefined;
  const words = new Set([name, ...field.aliases].flatMap((alias) => foldHeader(alias).split(' ')));
  // A meeting has a name, too.
  words.delete('name');
  // What most rows share tells none apart.
  const tells = (c: { filled: number; distinct: number }): boolean => name !== 'id' || c.distinct * 2 > c.filled;
  const fitting = headers.filter(
    (c) => counted(c.header).n === 1 && fits(field, c.samples) && tells(c) && isOfItsKind(name, field, c),
  );
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

/** Whether a column of texts is none of ids, where ids are no texts of the field, and the other way round: an `Email ID` is an address. */
const isOfItsKind = (
  name: string,
  { kind }: Field,
  { header, samples }: { header: string; samples: readonly string[] },
): boolean => {
  if (kind !== 'text' && kind !== 'word') return true;
  return /id$/.test(name) ? !samples.every((text) => readEmail(text) !== undefined) : !isOfAnId(header);
};

/** Whether a header names an id, or in JSON what kind of thing stands beside it: `Lead ID`, `fields.Status.id`, `properties.Company.type`. */
const isOfAnId = (header: string): boolean =>
  /(^|[^\p{L}])(uu|gu|u)?id$/iu.test(header.trim()) || /\.(type|object|colou?r)$/i.test(header);

function fits({ kind }: Field, samples: readonly string[]): boolean {
  if (!samples.length) return false;
  if (kind === 'email') return samples.every((text) => readEmail(text) !== undefined);
  if (kind === 'phone') return samples.every((text) => readPhone(text, 'US') !== undefined);
  if (kind === 'instant' || kind === 'day') return areMoments(samples);
  // What is written as a time names nothing else.
  return kind === 'text' || kind === 'word' ? !samples.every(isTimeOfDay) && !areMoments(samples) : true;
}

/** Whether texts are moments, whatever their zone. */
export function areMoments(samples: readonly string[]): boolean {
  const evidence = new OrderEvidence();
  for (const text of samples) evidence.add(text);
  return samples.every((text) => {
    // Ten digits are a telephone number as well as seconds since 1970.
    if (/^\d{10}$/.test(text.trim())) return false;
    const read = readInstant(text, evidence.order() ?? 'mdy', undefined);
    return typeof read === 'number' || read === 'no_zone' || read === 'unmapped_zone';
  });
}

/** As many rows show what a column holds. */
const LOOKED_AT = 200;

/** What stands in a column, but for its empty cells. */
export const cellsAt = (rows: readonly TableRow[], at: number): string[] =>
  rows.slice(0, LOOKED_AT).flatMap(({ cells }) => (cells[at] ?? '').trim() || []);
