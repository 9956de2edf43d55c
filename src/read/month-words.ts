/** The months in English, German, French and Spanish, without accents. */
const NAMES: readonly (readonly string[])[] = [
  ['january', 'januar', 'janner', 'janvier', 'enero'],
  ['february', 'februar', 'fevrier', 'febrero'],
  ['march', 'marz', 'maerz', 'mrz', 'mars', 'marzo'],
  ['april', 'avril', 'abril'],
  ['may', 'mai', 'mayo'],
  ['june', 'juni', 'juin', 'junio'],
  ['july', 'juli', 'juillet', 'julio'],
  ['august', 'aout', 'agosto'],
  ['september', 'septembre', 'septiembre'],
  ['october', 'oktober', 'octobre', 'octubre'],
  ['november', 'novembre', 'noviembre'],
  ['december', 'dezember', 'decembre', 'diciembre'],
];

/** Their whole names, with the accents that they are written with or without. */
export const WHOLE_MONTHS: readonly string[] = [...NAMES.flat(), 'märz', 'jänner', 'février', 'août', 'décembre'];

/** The month that a word names, whole or by three letters or more of its beginning, from 1; undefined where none or several do. */
export function monthNamed(word: string): number | undefined {
  const plain = word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  if (plain.length < 3) return undefined;
  const months = NAMES.flatMap((names, i) => (names.some((name) => name.startsWith(plain)) ? [i + 1] : []));
  return months.length === 1 ? months[0] : undefined;
}

/** The days of the week in the same languages. */
const WEEKDAYS = new Set(
  'monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miercoles jueves viernes sabado domingo'.split(
    ' ',
  ),
);

/** Whether a word is the whole name of a day of the week. */
export const isWeekday = (word: string): boolean =>
  WEEKDAYS.has(word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, ''));
