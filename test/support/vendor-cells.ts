import type { Dice } from './dice.ts';

/** What kind of values a column has; two columns of different shapes can be told apart by their cells. */
export type Shape = 'id' | 'date' | 'money' | 'phone' | 'email' | 'word' | 'number' | 'text' | 'mixed';

/** What systems write where there is no value. */
export const NO_VALUES = ['', '', '', '', '--', 'N/A', 'NA', '[None]', 'null', '-'];
export const isValue = (cell: string): boolean => !NO_VALUES.includes(cell);

/** One way to write the values of a column: made once per column, thrown once per row. */
export type Writer = (dice: Dice) => (row: number, dice: Dice) => string;

const two = (n: number): string => String(n).padStart(2, '0');
const digits = (dice: Dice, count: number): string =>
  Array.from({ length: count }, (_, i) => dice.whole(i ? 0 : 1, 9)).join('');
const hex = (dice: Dice, count: number): string =>
  Array.from({ length: count }, () => dice.whole(0, 15).toString(16)).join('');

interface Moment {
  y: number;
  mo: number;
  d: number;
  h: number;
  mi: number;
  s: number;
  f: string;
}
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const hour12 = (h: number): number => h % 12 || 12;
const half = (h: number): string => (h < 12 ? 'AM' : 'PM');
const iso = (m: Moment): string => `${m.y}-${two(m.mo)}-${two(m.d)}`;
const clock = (m: Moment): string => `${two(m.h)}:${two(m.mi)}:${two(m.s)}`;
const weekday = (m: Moment): string => DAYS[new Date(Date.UTC(m.y, m.mo - 1, m.d)).getUTCDay()] ?? '';
const short = (m: Moment): number => m.y % 100;

/** The date and time formats that systems write. */
const DATES: readonly ((m: Moment) => string)[] = [
  (m) => `${iso(m)} ${two(hour12(m.h))}:${two(m.mi)} ${half(m.h).toLowerCase()}`,
  (m) => `${iso(m)}T${clock(m)}.${m.f}000Z`,
  (m) => `${iso(m)}T${clock(m)}.${m.f}2182Z`,
  (m) => `${iso(m)}T${clock(m)}-0700`,
  (m) => `${m.mo}/${m.d}/${short(m)}, ${hour12(m.h)}:${two(m.mi)}:${two(m.s)} ${half(m.h)}`,
  (m) => `${two(m.d)}/${two(m.mo)}/${short(m)}, ${clock(m)}`,
  (m) => `${m.d}.${m.mo}.${m.y} ${m.h}.${two(m.mi)}.${two(m.s)}`,
  (m) => `${two(m.mo)}/${two(m.d)}/${m.y} ${two(hour12(m.h))}:${two(m.mi)}:${two(m.s)} ${half(m.h)}`,
  (m) => `${m.mo}/${m.d}/${short(m)} ${m.h}:${two(m.mi)}`,
  (m) => `${MONTHS[m.mo - 1]} ${two(m.d)}, ${m.y} ${two(hour12(m.h))}:${two(m.mi)} ${half(m.h)}`,
  (m) => `${weekday(m)}, ${two(m.d)} ${MONTHS[m.mo - 1]} ${m.y} ${clock(m)}`,
  (m) => `${iso(m)} ${clock(m)}.${m.f}`,
  (m) => `${iso(m)} ${clock(m)}.${m.f}000 UTC`,
  (m) => `${m.mo}/${m.d}/${short(m)} ${two(hour12(m.h))}:${two(m.mi)} ${half(m.h)}`,
  (m) => String(Date.UTC(m.y, m.mo - 1, m.d, m.h, m.mi, m.s)),
  (m) => `${m.y}${two(m.mo)}${two(m.d)}T${two(m.h)}${two(m.mi)}${two(m.s)}Z`,
  (m) => `${m.mo}/${m.d}/${m.y}`,
  (m) => iso(m),
  (m) => `${iso(m)} ${clock(m)}`,
  (m) => `${two(m.d)}.${two(m.mo)}.${m.y}`,
];

const grouped = (whole: string, mark: string): string => whole.replace(/\B(?=(\d{3})+$)/g, mark);
const AMOUNTS: readonly ((whole: string, cents: string) => string)[] = [
  (w, c) => `${w}.${c}`,
  (w, c) => `$${grouped(w, ',')}.${c}`,
  (w, c) => `${grouped(w, '.')},${c}`,
  (w, c) => `${grouped(w, '.')},${c} €`,
  (w, c) => `USD ${grouped(w, ',')}.${c}`,
];
const PHONES: readonly ((dice: Dice) => string)[] = [
  (d) => `1${digits(d, 3)}555${digits(d, 4)}`,
  (d) => `+61 4${digits(d, 2)} ${digits(d, 3)} ${digits(d, 3)}`,
  (d) => `(${digits(d, 3)}) 555-${digits(d, 4)}`,
  (d) => `tel:+1${digits(d, 3)}555${digits(d, 4)}`,
  (d) => `+49 30 ${digits(d, 7)}`,
  (d) => digits(d, 12),
];

const FIRST = ['Ada', 'Jörg', 'Chloé', 'Ben', 'Zoë', 'Priya', 'José', 'Anne-Marie', 'Łukasz', 'Mia', 'Siobhán', 'Ümit'];
const LAST = [
  'Müller',
  "O'Brien",
  'Smith',
  'García',
  'Lee',
  'van der Berg',
  'Nuñez',
  'Weiß',
  'Kowalska',
  "D'Arc",
  'Total',
];
const FIRMS = [
  'Acme, Inc.',
  'Total Care Ltd',
  'Bäckerei Groß & Söhne',
  'Summit "Peak" LLC',
  'Date Night Co',
  'Nord|Süd GmbH',
];
const CAMPAIGNS = ['Q2 Outbound', 'DACH; Mittelstand', 'Roofers West', 'Re-engage', 'SaaS, US'];
const WORDS: readonly (readonly string[])[] = [
  ['held', 'no_show_prospect', 'canceled_client', 'rescheduled_prospect', 'scheduled'],
  ['Showed', 'No-showed', 'Cancelled', 'Signed', 'Contract Sent'],
  ['true', 'false'],
  ['Yes', 'No'],
  ['No Answer', 'NA', 'Answering Machine', 'Consult Set', 'Transferred To 3rd Party'],
  ['ANSWERED', 'NO ANSWER', 'BUSY', 'FAILED', 'CONGESTION'],
  ['Inbound', 'Outbound', '3rd party transfer'],
  ['Eastern Time - US & Canada', 'Arizona, Yukon Time', 'Etc/UTC', 'Europe/Berlin'],
  ['Roof;Gutter', 'Roof', 'Solar;Roof;Gutter', 'Gutter;Solar'],
];
const PHRASES = [
  'asked to call back',
  'wants pricing first',
  'grüßt herzlich',
  'café near the office',
  'said "not now"',
  'budget $5,000',
  'decision in Q3',
  '5" pipe needed',
  "can't do Monday",
  'spoke to Zoë; very keen',
  'left voicemail',
  '„nächste Woche“',
  'a|b test',
  'see \\\\srv\\calls',
  'naïve résumé',
  'kept in C:\\calls\\',
  'owner, not the manager',
  '😀 friendly',
  '50% off?',
];
const JOINS = [' ', ' ', ', ', '; ', '. ', ' - ', '\t', '\n', '\n\n', ' | '];

const personOf = (dice: Dice): string => `${dice.pick(FIRST)} ${dice.pick(LAST)}`;
function phrases(dice: Dice, most: number): string {
  let text = dice.pick(PHRASES);
  for (let more = dice.whole(0, most); more > 0; more--) text += dice.pick(JOINS) + dice.pick(PHRASES);
  return text;
}

/** The writers of each shape; a column picks one of them and keeps to it. */
export const WRITERS: Readonly<Record<Shape, readonly Writer[]>> = {
  id: [
    (dice) => {
      const [from, name] = [dice.whole(1, 99_000), dice.pick(['MTG-', 'INV', 'C', 'lead_'])];
      return (row) => `${name}${String(from + row).padStart(6, '0')}`;
    },
    (dice) => {
      const length = dice.whole(10, 19);
      return (_, d) => digits(d, length);
    },
    () => (_, d) => `${hex(d, 8)}-${hex(d, 4)}-4${hex(d, 3)}-a${hex(d, 3)}-${hex(d, 12)}`,
    () => (_, d) => hex(d, 24),
  ],
  date: DATES.map(
    (write): Writer =>
      () =>
      (_, d) => {
        const rest = { h: d.whole(0, 23), mi: d.whole(0, 59), s: d.whole(0, 59), f: String(d.whole(100, 999)) };
        return write({ y: d.whole(2024, 2026), mo: d.whole(1, 12), d: d.whole(1, 28), ...rest });
      },
  ),
  money: AMOUNTS.map(
    (write): Writer =>
      () =>
      (_, d) => {
        const amount = write(digits(d, d.whole(1, 5)), two(d.whole(0, 99)));
        return d.chance(0.05) ? `-${amount}` : amount;
      },
  ),
  phone: PHONES.map(
    (write): Writer =>
      () =>
      (_, d) =>
        write(d),
  ),
  email: [
    () => (row, d) =>
      `${d.pick(['ada', 'b.smith', 'sales+eu', 'j_doe'])}${row}@${d.pick(['acme.example', 'x-y.example'])}`,
  ],
  word: [
    ...WORDS.map(
      (list): Writer =>
        () =>
        (_, d) =>
          d.pick(list),
    ),
    () => (_, d) => personOf(d),
    () => (_, d) => d.pick(FIRMS),
    () => (_, d) => d.pick(CAMPAIGNS),
  ],
  number: [
    () => (_, d) => String(d.whole(0, 3600)),
    () => (_, d) => `${two(d.whole(0, 1))}:${two(d.whole(0, 59))}:${two(d.whole(0, 59))}`,
    () => (_, d) => `${d.whole(0, 99)}.${d.whole(0, 9)}`,
  ],
  // Answers to a form, references typed by hand: a sound column may hold anything.
  mixed: [
    () => (row, d) =>
      d.pick([String(d.whole(1, 500)), `REF-${row}`, `${d.whole(1, 12)}/${d.whole(1, 28)}/2026`, 'yes', 'n/a']),
    () => (_, d) => d.pick([personOf(d), d.pick(PHRASES), `$${d.whole(1, 900)}`, '2 weeks', `${d.whole(9, 17)}:30`]),
    () => (_, d) => d.pick(PHONES)(d),
    () => (_, d) => (d.chance(0.8) ? String(d.whole(1, 9000)) : 'pending'),
  ],
  text: [() => (_, d) => phrases(d, 3), () => (_, d) => phrases(d, 8), () => (_, d) => d.pick(PHRASES)],
};
