import { type Audited, type AuditOptions, audit } from '../../src/audit.ts';
import type { Closing } from '../../src/ledger/closing.ts';
import { entryOf } from '../../src/ledger/entry.ts';
import { type KeptRules, type LedgerFile, ledgerText, readLedger } from '../../src/ledger/file.ts';
import { HELD_SOURCES, type Held, type InputFile, type Meeting, type Records } from '../../src/read/records.ts';
import type { AuditDocument, DocumentClaim } from '../../src/report/document.ts';
import { loadSow } from '../../src/sow/load.ts';
import type { Sow } from '../../src/sow/sow.ts';
import { type Given, knownOf } from './judged.ts';

/** What a rules file says beyond the parties: `rules` are those of held meetings unless they are given. */
export interface Terms {
  readonly sow?: object;
  readonly rules?: object;
  readonly fees: object;
  readonly metrics?: object;
  readonly amendments?: readonly object[];
}

const rulesText = ({ sow, rules, ...rest }: Terms): string =>
  JSON.stringify({
    version: 1,
    sow: {
      id: 'C',
      client: 'Alder',
      client_domains: ['client.example'],
      vendor: 'Brightline',
      currency: 'USD',
      time_zone: 'UTC',
      business_hours: { days: ['mon', 'tue', 'wed', 'thu', 'fri'], open: '09:00', close: '17:00' },
      ...sow,
    },
    rules: rules ?? { billable: { clause: '2.1', event: 'held' } },
    ...rest,
  });

const sows = new Map<string, Sow>();
export function sowOf(terms: Terms): Sow {
  const text = rulesText(terms);
  const { sow, problems } = sows.has(text) ? { sow: sows.get(text), problems: [] } : loadSow(text, 'rules.yaml');
  if (!sow) throw new Error(JSON.stringify(problems));
  sows.set(text, frozen(sow));
  return sow;
}

/** Rules are shared by tests, and nothing may change them. */
function frozen<T extends object>(rules: T): T {
  for (const part of Object.values(rules)) if (typeof part === 'object' && part !== null) frozen(part);
  return Object.freeze(rules);
}

/** `06-02T10` or `06-02` of 2026, in UTC. */
export const at = (text: string): number => Date.parse(`2026-${text.includes('T') ? text : `${text}T10`}:00:00Z`);
const WEEK = 7 * 86_400_000;

/** A lead that was held on a day, booked a week before, half an hour long. */
export const held = (id: string, when: string, cells: Partial<Meeting> = {}): Partial<Meeting> => ({
  id,
  email: `of.${id.toLowerCase()}@${id.toLowerCase()}.example`,
  booked_at: at(when) - WEEK,
  starts_at: at(when),
  ends_at: at(when) + 1_800_000,
  outcome: 'held',
  ...cells,
});

/** Records made in memory, a file a source, in the folder of their drop. */
function recordsOf(given: Given, drop: string): Records {
  const rows = Object.entries(knownOf(given)).map(([source, own]) => {
    const file = `${drop}/${source}.csv`;
    return [source, own.map((row) => ({ ...row, raw: rawOf(row), row: { ...row.row, file } }))] as const;
  });
  const known = Object.fromEntries(rows) as unknown as Held;
  const files = HELD_SOURCES.flatMap((source): InputFile[] => {
    const own = known[source];
    if (!own.length) return [];
    const columns = [...new Set(own.flatMap((row) => Object.keys(row)))].filter((name) => !TECHNICAL.has(name));
    const told = { source, file: `${drop}/${source}.csv`, sha256: JSON.stringify(own), columns };
    const received = given.received?.[`${source}.csv`];
    return [{ ...told, rows: own.length, quarantined: 0, leftOut: 0, hasEnd: true, received, unread: [] }];
  });
  const calls = { batches: async function* () {}, passed: () => ({ files: [], problems: [] }) };
  return { ...known, files, calls };
}
/** The cells as a file would have them. */
const rawOf = (row: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(row).flatMap(([name, cell]) => (TECHNICAL.has(name) ? [] : [[name, String(cell)]])),
  );
const TECHNICAL: ReadonlySet<string> = new Set(['row', 'raw', 'drop']);

/** The document of an audit of June 2026, unless another period is asked for. */
export async function billed(terms: Terms, given: Given, options: AuditOptions = {}): Promise<AuditDocument> {
  return (await audited(terms, given, options)).document;
}

async function audited(terms: Terms, given: Given, options: AuditOptions): Promise<Audited> {
  const { period = '2026-06' } = options;
  const result = await audit(sowOf(terms), recordsOf(given, period), { ...options, period });
  if (!result.document) throw new Error(JSON.stringify(result.problems));
  return result;
}

/** A period that is closed on what was known then, and, where it is said, by other rules or on another day. */
type ClosedPeriod = readonly [period: string, given: Given, other?: { readonly terms?: Terms; readonly asOf?: string }];

/** The files of a ledger in which one period after the other is closed, each with what was known then. */
export async function ledgerFiles(terms: Terms, ...periods: readonly ClosedPeriod[]): Promise<LedgerFile[]> {
  const files: LedgerFile[] = [];
  for (const [period, given, { terms: own = terms, asOf } = {}] of periods) {
    const closings = proved(files, own);
    const result = await audited(own, given, { period, closings, asOf });
    const entry = entryOf(result, keptRules(own), recordsOf(given, period), closings);
    files.push({ name: `${period}.json`, text: ledgerText(entry) });
  }
  return files;
}

/** The rules as a closing keeps them. */
export const keptRules = (terms: Terms): KeptRules => ({ file: 'rules.yaml', text: rulesText(terms), named: {} });

/** The closings of such a ledger. */
export const closed = async (terms: Terms, ...periods: readonly ClosedPeriod[]): Promise<readonly Closing[]> =>
  proved(await ledgerFiles(terms, ...periods), terms);

function proved(files: readonly LedgerFile[], terms: Terms): readonly Closing[] {
  const { closings, problems } = readLedger(files, { sow: sowOf(terms), rules: keptRules(terms) });
  if (problems.length) throw new Error(JSON.stringify(problems));
  return closings;
}

/** The lines of a report, each in a row: kind, chain, amount, unit price, tier, day, clause, what it adjusts, why. */
export const linesOf = ({ lines }: Pick<AuditDocument, 'lines'>): (string | number | null)[][] =>
  lines.map((l) => [l.kind, l.chain, l.amount, l.unit_price, l.tier, l.recognized, l.clause, l.adjusts, l.why]);

/** The claims of a report by id: the cells that are asked for. */
export const claimsOf = <K extends keyof DocumentClaim>(
  { claims }: Pick<AuditDocument, 'claims'>,
  ...keys: readonly K[]
): Record<string, unknown[]> => Object.fromEntries(claims.map((c) => [c.id, keys.map((key) => c[key])]));
