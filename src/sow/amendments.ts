import { type Change, changed } from './changes.ts';
import type { PlainDate } from './dates.ts';
import type { Sow } from './sow.ts';
import { isMapping, type Path, valueAt, type YamlValue } from './yaml.ts';

/** What an amendment says of itself. */
export interface Amended {
  /** The first booking day for which it holds. */
  readonly from: PlainDate;
  readonly name: string | undefined;
}

/** The SOW as signed and as each amendment left it. */
export const versionsOf = (sow: Sow): readonly Sow[] => [sow, ...sow.versions];

/** The SOW in force for what was booked on a day: as signed, or as the last amendment up to then left it. */
export function inForce(sow: Sow, booked: PlainDate): Sow {
  return sow.versions.findLast(({ amended }) => amended !== undefined && amended.from <= booked) ?? sow;
}

/** The version as it is printed; null for the SOW as signed. */
export const termsText = ({ amended }: Sow): string | null =>
  amended ? `${amended.name ?? 'amendment'} from ${amended.from}` : null;

/** The file as an amendment leaves it. */
export interface AmendedValue extends Amended {
  /** Where the amendment stands in the file's list. */
  readonly index: number;
  readonly value: YamlValue;
  /** Places in its list of struck keys that name nothing. */
  readonly idle: readonly number[];
}

/** The file after each amendment, in order of date; each builds on those before. The file may still be unsound. */
export function amendmentsOf(file: YamlValue): AmendedValue[] {
  const list = valueAt(file, ['amendments']);
  const dated = (Array.isArray(list) ? list : []).flatMap((amendment, index) => {
    const from = valueAt(amendment, ['from']);
    return typeof from === 'string' ? [{ amendment, index, from }] : [];
  });
  let value = file;
  return (
    dated
      // No two hold from the same day.
      .sort((a, b) => (a.from < b.from ? -1 : 1))
      .map(({ amendment, index, from }) => {
        const name = valueAt(amendment, ['name']);
        const strike = valueAt(amendment, ['strike']);
        const struck = (Array.isArray(strike) ? strike : []).map((key) => ['rules', ...String(key).split('.')]);
        const rules = valueAt(amendment, ['rules']);
        const before = value;
        const idle = struck.flatMap((path, i) => (valueAt(before, path) === undefined ? [i] : []));
        const changes = [
          ...struck.map((path): Change => ({ path, value: undefined })),
          ...(isMapping(rules) ? changesIn(rules, before, ['rules']) : []),
        ];
        value = changes.reduce<YamlValue>(changed, before);
        return { index, from, name: typeof name === 'string' ? name : undefined, value, idle };
      })
  );
}

/** Each key of a block is a change of its own: the others of the block stay. Lists are one clause; `{}` switches on what is not there. */
function changesIn(value: YamlValue, before: YamlValue, path: readonly string[]): Change[] {
  if (!isMapping(value)) return [{ path, value }];
  const keys = Object.keys(value);
  if (!keys.length && !isMapping(valueAt(before, path))) return [{ path, value }];
  return keys.flatMap((key) => changesIn(value[key] ?? {}, before, [...path, key]));
}

/** Where a clause stands that an amendment says: in its own block. */
export const pathIn = (index: number, path: Path): Path =>
  path[0] === 'rules' ? ['amendments', index, ...path] : path;
