import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { audit } from '../../src/audit.ts';
import { linkDecisionsOf } from '../../src/cli/link-decisions-file.ts';
import { entryOf } from '../../src/ledger/entry.ts';
import { type LedgerFile, ledgerText, readLedger } from '../../src/ledger/file.ts';
import { effectOf, type Problem } from '../../src/problems/problem.ts';
import { namedBeside } from '../../src/read/files.ts';
import { readSources } from '../../src/read/read.ts';
import type { AuditDocument } from '../../src/report/document.ts';
import { exitCodeOf, parseFailOn } from '../../src/report/exit.ts';
import { loadSow } from '../../src/sow/load.ts';

/** What a run must say; only what is given is compared. */
export interface Expectation {
  readonly run: string;
  readonly exit?: number;
  readonly totals?: Record<string, string>;
  readonly claims?: Record<string, Record<string, unknown>>;
  readonly chains?: Record<string, Record<string, unknown> & { slots?: string[] }>;
  /** Lines by chain; of none, under `""`. */
  readonly lines?: Record<string, Record<string, unknown>[]>;
  readonly deadlines?: Record<string, unknown>[];
  readonly journal?: Record<string, unknown>[];
  readonly controller?: Record<string, unknown>;
  readonly bridge?: Record<string, unknown>[];
  /** By id, or by id and group: `agent_hours agent=A17`. */
  readonly metrics?: Record<string, Record<string, unknown>>;
  /** Agents of the funnel plots, by metric and name: `show_rate Eve Prado`. */
  readonly agents?: Record<string, Record<string, unknown>>;
  /** Links of a claim, in order. */
  readonly links?: Record<string, Record<string, unknown>[]>;
  readonly findings?: string[];
  /** Every finding of these codes, in words: nothing more of them, nothing less. */
  readonly says?: string[];
  readonly problems?: string[];
}

export interface Case {
  readonly name: string;
  /** Folder that holds the rules file and everything it names. */
  readonly folder: string;
  readonly rules: string;
  readonly expected: readonly Expectation[];
}

const FENCE = /^```(\w+) (\S+)\n([\s\S]*?)^```$/gm;

/** The bytes of a `bytes` fence: every letter is one, `\xNN` is the byte NN, `{N times ...}` a text N times, and `\` before a line end takes it out. */
function bytesOf(text: string): Buffer {
  const whole = text
    .replaceAll('\\\n', '')
    .replace(/\{(\d+) times ([^}]*)\}/g, (_, times: string, part: string) => part.repeat(Number(times)))
    .replace(/\\x([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(whole, 'latin1');
}

/** Reads a case from a folder, or unpacks the files of a Markdown page into one. */
export function openCase(path: string, scratch: string): Case {
  const name = path.replace(/^.*\//, '').replace(/\.md$/, '');
  let folder = path;
  if (statSync(path).isFile()) {
    folder = join(scratch, name);
    for (const [, kind, file = '', text = ''] of readFileSync(path, 'utf8').matchAll(FENCE)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), kind === 'bytes' ? bytesOf(text) : text);
    }
  }
  return { name, folder, rules: 'rules.yaml', expected: expectationsIn(join(folder, 'expected.yaml')) };
}

// Dates stay text, as they are in the document.
export const expectationsIn = (file: string): Expectation[] =>
  parse(readFileSync(file, 'utf8'), { schema: 'core' }) as Expectation[];

export const casePaths = (): string[] =>
  readdirSync('test/cases')
    .sort()
    .map((name) => join('test/cases', name));

export function scratchFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'leadaudit-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export interface Outcome {
  readonly document: AuditDocument | undefined;
  readonly problems: readonly Problem[];
  readonly exit: number;
}

/** Runs the pipeline as `reconcile` does, without a process; `close 2026-05` puts a file into the ledger as `close` does. */
export async function runCase(folder: string, rules: string, run: string, ledger: LedgerFile[] = []): Promise<Outcome> {
  const closing = /^close (\S+)/.exec(run)?.[1];
  const flag = (name: string): string | undefined => new RegExp(`--${name}[ =](\\S+)`).exec(run)?.[1];
  const path = join(folder, rules);
  const text = readFileSync(path, 'utf8');
  const { sow, problems } = loadSow(text, path, namedBeside(path));
  if (!sow) return { document: undefined, problems, exit: 2 };
  const period = closing ?? flag('period');
  const kept = { file: path, text, named: {} };
  const { closings, problems: broken } = readLedger(ledger, { sow, rules: kept });
  if (broken.length) return { document: undefined, problems: broken, exit: 2 };
  const decided = await linkDecisionsOf({ sow, path, text, named: {} });
  if (decided.problems.length) return { document: undefined, problems: decided.problems, exit: 2 };
  const read = await readSources(sow, { baseDir: dirname(path), workingDir: folder, overrides: {}, period });
  if (read.problems.some((p) => effectOf(p) === 'stop'))
    return { document: undefined, problems: read.problems, exit: 2 };
  const result = await audit(sow, read.records, {
    period: period ?? read.period,
    asOf: flag('as-of'),
    problems: read.problems,
    closings,
    decidedLinks: decided.decisions,
  });
  if (closing !== undefined && result.document)
    ledger.push({ name: `${closing}.json`, text: ledgerText(entryOf(result, kept, read.records, closings)) });
  const failOn = parseFailOn(flag('fail-on') ?? 'dispute');
  const exit = result.document && failOn ? exitCodeOf(result.document, [failOn]) : 2;
  return { document: result.document, problems: [...read.problems, ...result.problems], exit };
}

/** The part of an outcome that an expectation speaks of, in the expectation's shape. */
export function viewOf(expected: Expectation, { document: doc, problems, exit }: Outcome): Partial<Expectation> {
  const pick = (found: Record<string, unknown> | undefined, keys: object): Record<string, unknown> =>
    Object.fromEntries(Object.keys(keys).map((key) => [key, found?.[key]]));
  const each = <T extends object>(
    wanted: Record<string, T> | undefined,
    find: (id: string) => Record<string, unknown> | undefined,
  ) => wanted && Object.fromEntries(Object.entries(wanted).map(([id, keys]) => [id, pick(find(id), keys)]));
  const chainOf = (id: string) => {
    const chain = doc?.chains.find((c) => c.id === id);
    return chain && { ...chain, slots: chain.slots.map((slot) => slot.outcome) };
  };
  return {
    ...(expected.exit === undefined ? {} : { exit }),
    ...(expected.totals && { totals: pick(doc?.totals, expected.totals) as Record<string, string> }),
    ...(expected.claims && { claims: each(expected.claims, (id) => doc?.claims.find((c) => c.id === id)) ?? {} }),
    ...(expected.chains && { chains: each(expected.chains, chainOf) as NonNullable<Expectation['chains']> }),
    ...(expected.lines && {
      lines: Object.fromEntries(
        Object.entries(expected.lines).map(([id, wanted]) => [
          id,
          (doc?.lines ?? []).filter((l) => (l.chain ?? '') === id).map((l, i) => pick(l, wanted[i] ?? {})),
        ]),
      ),
    }),
    ...(expected.deadlines && {
      deadlines: (doc?.deadlines ?? []).map((found, i) => pick(found, expected.deadlines?.[i] ?? found)),
    }),
    ...(expected.journal && {
      journal: (doc?.journal ?? []).map((found, i) => pick(found, expected.journal?.[i] ?? found)),
    }),
    ...(expected.controller && { controller: pick(doc?.controller, expected.controller) }),
    ...(expected.bridge && {
      bridge: expected.bridge.map((wanted) =>
        pick(
          doc?.bridge.find((b) => b.step === wanted.step),
          wanted,
        ),
      ),
    }),
    ...(expected.metrics && {
      metrics: each(expected.metrics, (id) => doc?.metrics.find((m) => named(m) === id)) ?? {},
    }),
    ...(expected.agents && {
      agents: each(expected.agents, (id) => agentsOf(doc).find((a) => a.id === id)) ?? {},
    }),
    ...(expected.links && {
      links: Object.fromEntries(
        Object.entries(expected.links).map(([id, wanted]) => [
          id,
          (doc?.links ?? []).filter((l) => l.claim === id).map((l, i) => pick(l, wanted[i] ?? {})),
        ]),
      ),
    }),
    ...(expected.findings && {
      findings: expected.findings.filter((code) => doc?.findings.some((f) => f.code === code)),
    }),
    ...(expected.says && {
      says: (doc?.findings ?? []).filter((f) => expected.findings?.includes(f.code)).map((f) => f.message),
    }),
    ...(expected.problems && { problems: expected.problems.filter((code) => problems.some((p) => p.code === code)) }),
  };
}

const agentsOf = (doc: AuditDocument | undefined) =>
  (doc?.funnel_plots ?? []).flatMap(({ metric, agents }) => agents.map((a) => ({ id: `${metric} ${a.agent}`, ...a })));

const named = ({ id, by }: AuditDocument['metrics'][number]): string =>
  [id, ...Object.entries(by ?? {}).map(([group, name]) => `${group}=${name}`)].join(' ');
