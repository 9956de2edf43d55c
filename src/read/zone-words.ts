import type { Instant, WallTime } from '../sow/dates.ts';
import { isZone, type Zone, zoneOf } from '../sow/zone.ts';

/** What a word says of the clock beside it: the moment, or why nobody can tell. */
export type ZoneWords = (word: string, wall: WallTime) => Instant | 'gap' | 'twice' | 'unmapped_zone' | 'unreadable';

/** A clock that people have words for: its zone, whatever the season, and the offsets in minutes that its words name. */
interface Clock {
  readonly zone: string;
  readonly words: readonly string[];
  readonly offsets: Readonly<Record<string, number>>;
}

const american = (zone: string, name: string, hours: number): Clock => ({
  zone: `America/${zone}`,
  words: [`${name[0]}t`, name, `${name} time`],
  offsets: {
    [`${name[0]}st`]: hours * 60,
    [`${name} standard time`]: hours * 60,
    [`${name[0]}dt`]: (hours + 1) * 60,
    [`${name} daylight time`]: (hours + 1) * 60,
  },
});
const clock = (zone: string, offsets: Clock['offsets']): Clock => ({ zone, words: [], offsets });

/** Words of one continent mean other clocks on another (CST is Chicago's and Shanghai's): they are taken where the SOW is at home. */
const CLOCKS: Readonly<Record<string, readonly Clock[]>> = {
  America: [
    american('New_York', 'eastern', -5),
    american('Chicago', 'central', -6),
    american('Denver', 'mountain', -7),
    american('Los_Angeles', 'pacific', -8),
    clock('America/Anchorage', { akst: -540, akdt: -480 }),
    clock('America/Halifax', { ast: -240, adt: -180 }),
    clock('America/Sao_Paulo', { brt: -180 }),
  ],
  Europe: [
    clock('Europe/Berlin', { cet: 60, cest: 120, mez: 60, mesz: 120 }),
    clock('Europe/London', { bst: 60 }),
    clock('Europe/Lisbon', { wet: 0, west: 60 }),
    clock('Europe/Athens', { eet: 120, eest: 180 }),
    clock('Europe/Moscow', { msk: 180 }),
  ],
  Asia: [
    clock('Asia/Kolkata', { ist: 330 }),
    clock('Asia/Manila', { pht: 480, phst: 480 }),
    clock('Asia/Karachi', { pkt: 300 }),
    clock('Asia/Singapore', { sgt: 480 }),
    clock('Asia/Hong_Kong', { hkt: 480 }),
    clock('Asia/Tokyo', { jst: 540 }),
    clock('Asia/Dubai', { gst: 240 }),
  ],
  Australia: [
    clock('Australia/Sydney', { aest: 600, aedt: 660 }),
    clock('Australia/Adelaide', { acst: 570, acdt: 630 }),
    clock('Australia/Perth', { awst: 480 }),
  ],
  Pacific: [clock('Pacific/Auckland', { nzst: 720, nzdt: 780 }), clock('Pacific/Honolulu', { hst: -600 })],
  Africa: [clock('Africa/Johannesburg', { sast: 120 }), clock('Africa/Nairobi', { eat: 180 })],
};

/** The form in which words are compared: without the country of American clocks, and without the offset that systems write before a name. */
const foldZone = (word: string): string =>
  word
    .toLowerCase()
    .replace(/^\((gmt|utc)[^)]*\)\s*(?=\S)/, '')
    .replace(/^us\s+|[\s-]*\(?us ?& ?canada\)?$/g, '')
    .replace(/^\((.*)\)$/, '$1')
    .trim();

const has = ({ words, offsets }: Clock, folded: string): boolean =>
  words.includes(folded) || Object.hasOwn(offsets, folded);

/** The zone that a word usually means; undefined where it is a word for none. */
export function usualZone(word: string): string | undefined {
  const folded = foldZone(word);
  return Object.values(CLOCKS)
    .flat()
    .find((one) => has(one, folded))?.zone;
}

const offsetIn = (text: string): number | undefined => {
  if (/^(z|utc|gmt)$/i.test(text)) return 0;
  const m = /^(?:utc|gmt)?\s*([+-])(\d{1,2})(?::?(\d{2}))?(?:\s*\(.*\))?$/i.exec(text.replace('\u2212', '-'));
  return m ? (m[1] === '-' ? -1 : 1) * (Number(m[2]) * 60 + Number(m[3] ?? 0)) : undefined;
};
/** The name in the IANA database: alone, or in brackets behind another. */
const nameIn = (text: string): string | undefined => {
  const name = /(?:^|\()([A-Za-z]+\/[A-Za-z_/+-]+\d*)\)?$/.exec(text)?.[1];
  return name !== undefined && isZone(name) ? name : undefined;
};

/** Whether a text names a zone, or is a word for one. */
export const isZoneWord = (text: string): boolean =>
  offsetIn(text) !== undefined || nameIn(text) !== undefined || usualZone(text) !== undefined;

/** Whether a text that `zones` of a source gives is a zone or an offset. */
export const isZoneOrOffset = (text: string): boolean => isZone(text) || offsetIn(text) !== undefined;

/**
 * Reads what stands beside times: names of the IANA database, offsets, the words that the rules map, and words of the SOW's
 * continent. A word that contradicts its date (EST in June) may mean its offset or the clock of that place: the rules say which.
 */
export function zoneWords(mapped: Readonly<Record<string, string>>, contract: Zone | undefined): ZoneWords {
  const rules = new Map(Object.entries(mapped).map(([word, zone]) => [foldZone(word), zone]));
  const clocks = CLOCKS[contract?.name.split('/')[0] ?? ''] ?? [];
  const zones = new Map<string, Zone>();
  const zoneNamed = (name: string): Zone => {
    const zone = zones.get(name) ?? zoneOf(name);
    zones.set(name, zone);
    return zone;
  };
  const inZone = (name: string, wall: WallTime): ReturnType<ZoneWords> => {
    const [instant, second] = zoneNamed(name).instantsAt(wall);
    return instant === undefined ? 'gap' : second === undefined ? instant : 'twice';
  };
  return (word, wall) => {
    const folded = foldZone(word);
    const text = rules.get(folded) ?? word.trim();
    const offset = offsetIn(text);
    if (offset !== undefined) return wall - offset * 60_000;
    const name = rules.get(folded) ?? nameIn(text);
    if (name !== undefined) return inZone(name, wall);
    const found = clocks.find((one) => has(one, folded));
    if (!found) return usualZone(word) === undefined ? 'unreadable' : 'unmapped_zone';
    const named = found.offsets[folded];
    if (named === undefined) return inZone(found.zone, wall);
    const instant = wall - named * 60_000;
    return zoneNamed(found.zone).wallAt(instant) === wall ? instant : 'unmapped_zone';
  };
}
