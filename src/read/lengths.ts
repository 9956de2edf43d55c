import { type Decimals, plainNumber } from './numbers.ts';

/** A unit of time: its seconds, and what it is called beside a number and in the names of columns. */
interface Unit {
  readonly seconds: number;
  readonly words: string;
}
const HOUR: Unit = { seconds: 3600, words: 'h|hr|hrs|hour|hours|std|stunden?|heures?|uur|horas?|ore|ora' };
const MINUTE: Unit = { seconds: 60, words: 'm|min|mins|minute|minutes|minuten?|minutos?|minut[io]' };
const SECOND: Unit = {
  seconds: 1,
  words: 's|sec|secs|second|seconds|sek|sekunden?|secondes?|segundos?|second[io]',
};
const DAY = 86_400;
const MILLISECOND: Unit = {
  seconds: 0.001,
  words: 'ms|msec|msecs|millis|milliseconds?|millisekunden?|millisecondes?|milisegundos?|millisecondi',
};

const amountOf = ({ words }: Unit): string => String.raw`(?:(\d+(?:[.,]\d+)?)\s*(?:${words})\.?)?`;
const SPELLED = new RegExp(`^${[HOUR, MINUTE, SECOND].map(amountOf).join('[,\\s]*')}$`);

/** Seconds of the units that rules may name. */
export const LENGTH_UNITS = { days: DAY, hours: 3600, minutes: 60, seconds: 1, milliseconds: 0.001 } as const;
export type LengthUnit = keyof typeof LENGTH_UNITS;

/** A small number as programs write it: `5.787037e-05`. */
const EXPONENT = /^\d+(?:\.\d+)?e-\d{1,2}$/i;

/** A length that is a number alone. */
export const isBareLength = (text: string): boolean =>
  /^\d[\d.,' \u00a0\u202f]*$/.test(text.trim()) || EXPONENT.test(text.trim());

/** The number of a bare length, without its unit. */
export function bareLength(text: string, decimals: Decimals): number | undefined {
  const bare = text.trim();
  const plain = EXPONENT.test(bare) ? bare : plainNumber(bare, decimals);
  return plain === undefined ? undefined : Number(plain);
}

/** How the lengths of a column are written. */
export interface LengthsWritten {
  /** Seconds of a bare number. */
  readonly unit: number;
  /** Seconds of the second part of two, as in `32:14`: minutes and seconds, or hours and minutes. */
  readonly pair: 1 | 60;
  /** What stands before the decimals of a bare number. */
  readonly decimals: Decimals;
}

/**
 * Seconds of `1:02:03` (hours), `32:14`, `00:00:46.235`, `1h 27m 51s`, `18 min 20 s`, `PT1H2M3S`, or of a bare number.
 * Undefined for anything else.
 */
export function readSeconds(text: string, { unit, pair, decimals }: LengthsWritten = SECONDS): number | undefined {
  const bare = text.trim().toLowerCase();
  if (isBareLength(bare)) {
    const number = bareLength(bare, decimals);
    // In whole microseconds: 0.001 is no number of the machine's. Parts of a day are whole seconds, written as a number.
    const places = unit === DAY ? 1 : 1e6;
    return number === undefined ? undefined : Math.round(number * unit * places) / places;
  }
  const clock = /^(?:(\d+):)?(\d{1,2}):(\d{2})(?:[.,]\d+)?$/.exec(bare);
  if (clock) {
    const [first, minutes, last] = [clock[1], Number(clock[2]), Number(clock[3])];
    if (last > 59 || (first !== undefined && minutes > 59)) return undefined;
    return first === undefined ? (minutes * 60 + last) * pair : Number(first) * 3600 + minutes * 60 + last;
  }
  const iso = /^pt(?:(\d+(?:\.\d+)?)h)?(?:(\d+(?:\.\d+)?)m)?(?:(\d+(?:\.\d+)?)s)?$/.exec(bare);
  const m = iso && bare.length > 2 ? iso : SPELLED.exec(bare);
  return m && bare ? Math.floor(spelled(m[1]) * 3600 + spelled(m[2]) * 60 + spelled(m[3])) : undefined;
}
const SECONDS: LengthsWritten = { unit: 1, pair: 1, decimals: 'point' };
const spelled = (text = '0'): number => Number(text.replace(',', '.'));

/** Where the name of a column says its unit, best first: `Talk (min)`, `length in sec`, `durationMs`, `Minutes talked`. */
const PLACES: readonly RegExp[] = [
  /[([]([^)\]]*)[)\]]/,
  /\bin (\p{L}+)/u,
  /(\p{L}+)\W*$/u,
  /\b(minutes?|minut(?:en|os|i)|seconds?|sekunden|secondes|segundos|milli?s\p{L}+)\b/u,
];
const NAMED = [HOUR, MINUTE, SECOND, MILLISECOND].map(
  ({ seconds, words }) => [seconds, new RegExp(String.raw`^(?:in )?(?:${words})\.?$`)] as const,
);

/** Seconds of the unit that the name of a column says; undefined where it says none. */
export function unitOf(header: string): number | undefined {
  const words = header
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .trim();
  for (const place of PLACES) {
    const said = place.exec(words)?.[1]?.trim() ?? '';
    const unit = NAMED.find(([, name]) => name.test(said))?.[0];
    if (unit !== undefined) return unit;
  }
  return undefined;
}

/** Whether the name of a column says that two parts are hours and minutes: `Duration (hh:mm)`. */
export const saysHoursAndMinutes = (header: string): boolean =>
  /(?:\bh{1,2}|hrs?|hours?|std):(?:m{1,2}|mins?|minutes?)\b(?!\s*:)/i.test(header);
