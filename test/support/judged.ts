import { decisionsOn } from '../../src/judge/decisions.ts';
import type { JudgedChain } from '../../src/judge/facts.ts';
import { chainFacts, happen, judge } from '../../src/judge/judge.ts';
import { muteCollector } from '../../src/judge/mute-calls.ts';
import type { Found, RuleRow } from '../../src/judge/rule.ts';
import { RULES } from '../../src/judge/rules/table.ts';
import { touchCollector } from '../../src/judge/touches.ts';
import { rowsBy } from '../../src/judge/whose.ts';
import { linkEvidence } from '../../src/link/evidence.ts';
import { freeMailOf } from '../../src/link/identity/emails.ts';
import { Registry } from '../../src/link/identity/identity.ts';
import { persons } from '../../src/link/persons.ts';
import { collapse } from '../../src/link/slots.ts';
import type { SourceName } from '../../src/model.ts';
import { HELD_SOURCES, type Held, type InputFile, type RecordOf } from '../../src/read/records.ts';
import type { Sow } from '../../src/sow/sow.ts';
import type { Waiver } from '../../src/sow/waivers.ts';
import { zoneOf } from '../../src/sow/zone.ts';
import { HELD, LATER, START, sowWith } from './slots.ts';

type Cells<S extends SourceName> = Partial<RecordOf<S>>;
/** The records of a test, source by source, with as many cells as it speaks of. */
export type Given = { readonly [S in SourceName]?: readonly Cells<S>[] } & {
  readonly waivers?: readonly Partial<Waiver>[];
  readonly amendments?: readonly object[];
  /** Other keys of `sow:`. */
  readonly term?: object;
  readonly asOf?: number;
  /** When each file came. */
  readonly received?: Readonly<Record<string, number>>;
};

const rowsOf = <S extends SourceName>(source: S, cells: readonly Cells<S>[] = []): RecordOf<S>[] =>
  cells.map((row, i) => {
    const n = i + 1;
    return { raw: {}, drop: 0, row: { source, file: `${source}.csv`, line: n, n }, ...row } as RecordOf<S>;
  });

/** The held records of a test. */
export function knownOf(given: Given): Held {
  const held = Object.fromEntries(HELD_SOURCES.map((source) => [source, rowsOf(source, given[source] as never)]));
  return held as unknown as Held;
}

/** Records made in memory, and what judging goes by. */
function worldOf(rules: object, given: Given) {
  const base: Sow = sowWith(rules, given.amendments, given.term);
  const sow: Sow = given.waivers
    ? {
        ...base,
        waivedBy: given.waivers.map((w) => ({
          id: undefined,
          code: undefined,
          decision: 'billable',
          by: 'Ann',
          reason: 'agreed',
          expires: '2099-12-31',
          line: 1,
          ...w,
        })),
      }
    : base;
  const known = knownOf(given);
  const registry = new Registry(freeMailOf(sow.matching.free_mail));
  const limits = { sameMeetingMs: 60_000, shiftedStartMs: 60_000, zone: zoneOf('UTC') };
  const slots = collapse(known.meetings, persons(known.meetings, registry), limits);
  const { evidence, whose } = linkEvidence(slots, known, limits, registry, [], {
    invoice: [],
    period: { from: '2026-01-01', to: '2026-12-31', label: '2026' },
    parties: [],
    isKnownThen: () => true,
    dayOf: (at) => limits.zone.dateAt(at),
  });
  const received = new Map(Object.entries(given.received ?? {}));
  const decisions = decisionsOn(known.decisions, new Map());
  const tied = {
    opportunities: rowsBy(known.opportunities, whose),
    requests: rowsBy(known.inbound, whose),
    handovers: rowsBy(known.handovers, whose),
  };
  const input = { sow, asOf: given.asOf ?? LATER, known, slots, evidence, decisions, received, ...tied };
  const facts = happen(input, registry);
  const collector = touchCollector(
    facts.map(({ sides }) => sides.contact),
    registry.freeMail,
  );
  collector.add(rowsOf('calls', given.calls));
  const touched = { ...input, touches: given.calls && collector.log };
  return { ...touched, chains: () => judge(chainFacts(facts, touched), touched) };
}

/** Judges records made in memory, as an audit does between reading and prices. */
export const judged = (rules: object, given: Given): JudgedChain[] => worldOf(rules, given).chains();

/** What a rule finds in June 2026. */
function foundBy(rule: keyof typeof RULES, rules: object, given: Given): readonly Found[] {
  const world = worldOf(rules, given);
  const row: RuleRow = RULES[rule];
  const mute = muteCollector(world.sow.rules.reporting?.reason_required_for ?? []);
  mute.add(rowsOf('calls', given.calls));
  const files = [...new Set(Object.values(world.known).flatMap((rows) => rows.map(({ row }) => row)))].map(
    ({ source, file }) => ({ source, file, received: given.received?.[file] }),
  );
  const found = row.find?.({
    ...world,
    clock: world.sow.clock,
    period: { label: '2026-06', from: '2026-06-01', to: '2026-06-30' },
    files: files as unknown as readonly InputFile[],
    chains: world.chains(),
    muteCalls: mute.found(),
  });
  return found ?? [];
}

/** A booked meeting, two weeks before. */
export const booked = (id: string, cells: Cells<'meetings'> = {}): Cells<'meetings'> => ({
  id,
  email: `${id.toLowerCase()}@${id.toLowerCase()}.example`,
  booked_at: START - 14 * 86_400_000,
  starts_at: START,
  outcome: 'held',
  ...cells,
});

type Rule = keyof typeof RULES;
/** What a rule says of the last chain: code with the sentence if it is another, result, arguments, lines of its evidence, and what it needs. */
export const says = (rule: Rule, terms: object, given: Given, others: object = HELD) => {
  const chain = judged({ ...others, [rule]: terms }, given).at(-1);
  return (chain?.rulings ?? [])
    .filter((r) => r.rule === rule)
    .map((r) => [
      r.sentence ? `${r.code}/${r.sentence}` : r.code,
      r.result,
      r.args,
      r.evidence.map(({ source, line }) => `${source} ${line}`),
      ...(r.needs ? [r.needs] : []),
      ...(r.ends === undefined ? [] : [r.ends]),
    ]);
};
/** The same, without what it rests on. */
export const codes = (...given: Parameters<typeof says>) => says(...given).map(([code, result]) => `${code} ${result}`);
/** What a rule finds in June 2026: code, arguments, lines of its evidence. */
export const found = (rule: Rule, terms: object, given: Given, others: object = HELD) =>
  foundBy(rule, { ...others, [rule]: terms }, given).map(({ code, args, evidence }) => [
    code,
    args,
    evidence.map(({ source, line }) => `${source} ${line}`),
  ]);
