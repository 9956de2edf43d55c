import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Problem, problem } from '../problems/problem.ts';
import { loadSow } from '../sow/load.ts';
import { parsePeriod } from '../sow/period.ts';
import type { Sow } from '../sow/sow.ts';
import { type Carry, tiesOf } from './carry.ts';
import type { Closing, Facts } from './closing.ts';

/** A rules file with what it names, as a closing keeps it. */
export interface KeptRules {
  readonly file: string;
  readonly text: string;
  /** Texts of the files that it names, by path; null where one was not read. */
  readonly named: Readonly<Record<string, string | null>>;
}

/** What a ledger file holds. */
export interface LedgerEntry extends Pick<Closing, 'facts' | 'carry' | 'document'> {
  readonly schema: 'leadaudit/ledger@1';
  readonly period: string;
  /** SHA-256 of the closing before; null for the first. */
  readonly previous: string | null;
  readonly rules: KeptRules;
}

const ids = z.array(z.string());
const carried = z.strictObject({ opening: ids, earned: ids, used: ids, closing: ids });
const amount = z.string().regex(/^-?\d+(\.\d+)?$/);
const carriedMoney = z.strictObject({ opening: amount, earned: amount, used: amount, closing: amount });
/** What is looked at before the hash has proved the rest. */
const entry = z.strictObject({
  schema: z.literal('leadaudit/ledger@1'),
  period: z.string(),
  previous: z.string().nullable(),
  rules: z.strictObject({ file: z.string(), text: z.string(), named: z.record(z.string(), z.string().nullable()) }),
  facts: z.custom<Facts>((value) => typeof value === 'object' && value !== null),
  carry: z.strictObject({
    pending: carried,
    replacements: carried,
    minimum: carriedMoney.optional(),
  } satisfies Record<keyof Carry, z.ZodType>),
  document: z.custom<Closing['document']>((value) => typeof value === 'object' && value !== null),
  sha256: z.string(),
});

const spell = (value: object): string => `${JSON.stringify(value, null, 1)}\n`;

/** The text of a ledger file: the same entry is the same text, and names its own hash. Throws a RangeError where it would be longer than a text can be. */
export function ledgerText(entry: LedgerEntry): string {
  return spell({ ...entry, sha256: createHash('sha256').update(spell(entry)).digest('hex') });
}

/** A ledger file as it lies in the folder. */
export interface LedgerFile {
  readonly name: string;
  readonly text: string;
}

/** The ledger as it was read: closings in order of time, or what is wrong with it. */
export interface Ledger {
  readonly closings: readonly Closing[];
  readonly problems: readonly Problem[];
}

/**
 * Reads and proves a ledger: each file is the text that its hash was taken of, names the one before it, begins on the day after it, and
 * carries over what that one left. `current` are the rules of now: a closing under the same text shares their Sow.
 */
export function readLedger(
  files: readonly LedgerFile[],
  current?: { readonly sow: Sow; readonly rules: KeptRules },
): Ledger {
  const problems: Problem[] = [];
  const broken = (file: string, reason: string): void =>
    void problems.push(problem('ledger_broken', { file }, { reason }));
  const entries = files
    .flatMap(({ name, text }) => {
      const read = readEntry(text);
      const period = typeof read === 'string' ? undefined : parsePeriod(read.period);
      if (typeof read !== 'string' && period) return [{ ...read, name, period }];
      broken(name, typeof read === 'string' ? read : 'it names no period');
      return [];
    })
    .sort((a, b) => (a.period.from < b.period.from ? -1 : 1));
  for (const [i, { name, previous, period, carry }] of entries.entries()) {
    const before = entries[i - 1];
    if (name !== `${period.label}.json`) broken(name, `it holds the period ${period.label}`);
    if (previous !== (before?.sha256 ?? null))
      broken(name, before ? `it does not follow ${before.name} as that is now` : 'a file before it is missing');
    if (before && period.from <= before.period.to) broken(name, `it overlaps ${before.name}`);
    for (const tie of tiesOf(carry, before?.carry))
      if (!tie.holds) broken(name, `${tie.name}: opening + earned - used is not closing`);
  }
  if (problems.length) return { closings: [], problems };
  const closings = entries.flatMap(({ name, period, rules, facts, carry, document, sha256 }): Closing[] => {
    const sow = current && isSame(current.rules, rules) ? current.sow : sowOf(rules);
    if (sow) return [{ period, sow, facts, carry, document, sha256 }];
    broken(name, 'its rules cannot be read any more');
    return [];
  });
  return { closings: problems.length ? [] : closings, problems };
}

function readEntry(text: string): (LedgerEntry & { sha256: string }) | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'it is no JSON';
  }
  const parsed = entry.safeParse(value);
  if (!parsed.success) return `it is no ledger file: ${parsed.error.issues[0]?.path.join('.')}`;
  const { sha256: _, ...rest } = value as LedgerEntry & { sha256: string };
  return ledgerText(rest) === text ? parsed.data : 'its text is not the one that its hash was taken of';
}

const isSame = (a: KeptRules, b: KeptRules): boolean =>
  a.text === b.text &&
  JSON.stringify(Object.entries(a.named).sort()) === JSON.stringify(Object.entries(b.named).sort());

const sowOf = ({ text, file, named }: KeptRules): Sow | undefined =>
  loadSow(text, file, (path) => (Object.hasOwn(named, path) ? (named[path] ?? null) : undefined)).sow;
