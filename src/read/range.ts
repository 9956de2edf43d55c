const CLOCK = String.raw`\d{1,2}(?:[:.]\d{2}(?:[:.]\d{2})?)?`;
const HALF = String.raw`\s*[ap]\.?m\.?`;
/** A start and its end in one text: `10:00 AM (EDT) → 10:30 AM`, `14:30 – 15:00`, `10am-10:30am`. */
const RANGE = new RegExp(
  String.raw`^(?<start>(?:.*[\sT,])?${CLOCK})(?<half>${HALF})?(?<zone>\s*\([^()]+\))?(?:\s*(?:→|->|–|—)\s*|\s+(?:-|to|until|bis|à|a)\s+|-(?=\S*[ap]\.?m))(?:[^→]*\s)?${CLOCK}(?<endHalf>${HALF})?(?<behind>\s+\(?\p{L}[^→]*)?$`,
  'iu',
);
/** What is longer is no moment, and may be made to be slow. */
const LONGEST = 100;
/** Without anything around them two times are no time with its offset, where the second is later. */
const BARE = /^(\d{1,2}:\d{2})-(\d{1,2}:\d{2})$/;

/**
 * The start of a text that names its end as well, with the zone behind both; any other text as it is. An offset behind a time is no end of it, and where only the end
 * says morning or afternoon, the start may be either.
 */
export function startOfRange(text: string): string {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST) return text;
  const [, from = '', to = ''] = BARE.exec(trimmed) ?? [];
  if (from) return from.padStart(5, '0') < to.padStart(5, '0') ? from : text;
  const { start, half = '', zone = '', endHalf, behind = '' } = RANGE.exec(trimmed)?.groups ?? {};
  const isTimed =
    start !== undefined &&
    (half !== '' || (endHalf === undefined && /(?:^|[\sT,])\d{1,2}[:.]\d{2}(?:[:.]\d{2})?$/.test(start)));
  return isTimed ? `${start}${half}${zone}${behind}` : text;
}
