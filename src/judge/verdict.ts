import { cellPlacesOf } from '../link/completed.ts';
import { type Instant, type Ruling, type RulingResult, STAGES, type Verdict } from '../model.ts';
import type { Sow } from '../sow/sow.ts';
import { billingsOf } from './billing.ts';
import type { Billing, ChainFacts, JudgeContext, JudgedChain } from './facts.ts';
import { type Saying, SEVERITY } from './rule.ts';
import { RULES, type RuleKey } from './rules/table.ts';
import { eventSayings, termSayings } from './term.ts';
import { waive } from './waive.ts';

const VERDICTS: Readonly<Record<RulingResult, Verdict>> = {
  fail: 'not_billable',
  review: 'review',
  pending: 'pending',
  pass: 'billable',
};

const JUDGING = (Object.keys(RULES) as RuleKey[]).filter((key) => RULES[key].judge);

/** Lets every rule look at a chain; the verdict is the worst ruling that nothing lifts (DESIGN section 3.4 and 3.5). */
export function ruleOn(chain: ChainFacts, ctx: JudgeContext): JudgedChain {
  const said = [
    ...[...termSayings(chain, ctx), ...eventSayings(ctx)].map(
      (saying): Ruling => complete(saying, { rule: 'sow', stage: 'scope', clause: null }, chain),
    ),
    ...JUDGING.flatMap((key) => sayingsOf(key, chain, ctx)),
  ];
  const rulings = waive(
    said.map((ruling) => lift(ruling, chain, ctx.sow)),
    chain,
    ctx,
  ).sort((a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage));
  const worst = SEVERITY.find((result) => rulings.some((ruling) => standing(ruling) === result)) ?? 'pass';
  const pending = worst === 'pending' ? rulings.filter((r) => standing(r) === 'pending') : [];
  const billable = worst === 'pass';
  const primary = billable ? reasonToPay(rulings, ctx.sow) : rulings.find((ruling) => standing(ruling) === worst);
  return {
    rulings,
    verdict: VERDICTS[worst],
    primary: primary ?? NOTHING,
    resolvesAt: latest([
      ...pending.map((r) => r.ends),
      ...(pending.some((r) => r.curable) ? [chain.acceptance.at] : []),
    ]),
    billings: billable ? billingsFor(chain, rulings, ctx.sow) : [],
    ...chain,
  };
}

/** Claimed after the cut-off, a chain may count where its invoice came. */
export function billingsFor(chain: ChainFacts, rulings: readonly Ruling[], sow: Sow): Billing[] {
  const billings = billingsOf(chain, sow);
  const { invoicedAt } = chain;
  if (invoicedAt === undefined || !rulings.some((r) => r.code === 'claimed_later')) return billings;
  return billings.map((billing) => ({ ...billing, recognized: invoicedAt }));
}

const NOTHING: Ruling = {
  rule: 'billable',
  stage: 'occurrence',
  code: 'held',
  result: 'pass',
  clause: null,
  args: {},
  evidence: [],
};

/** The result that counts: nothing where it was lifted, pending where an open window may still lift it. */
export const standing = (ruling: Ruling): RulingResult =>
  ruling.curedBy ? 'pass' : ruling.curable ? 'pending' : ruling.result;

function sayingsOf(key: RuleKey, chain: ChainFacts, ctx: JudgeContext): Ruling[] {
  const row = RULES[key];
  const params = ctx.sow.rules[key];
  if (!row.judge || params === undefined) return [];
  // The table pairs each rule with its own parameters; the compiler cannot follow a pair through a look-up by key.
  const judge = row.judge as (chain: ChainFacts, params: unknown, ctx: JudgeContext) => readonly Saying[];
  return judge(chain, params, ctx).map((saying) =>
    complete(saying, { rule: key, stage: row.stage, clause: params.clause ?? null }, chain),
  );
}

function complete(saying: Saying, whose: Pick<Ruling, 'rule' | 'stage' | 'clause'>, chain: ChainFacts): Ruling {
  return { args: {}, evidence: cellPlacesOf(chain.record), ...saying, ...whose };
}

/** Acceptance lifts what the SOW lists; while it may still come, what it would lift counts as pending. */
function lift(ruling: Ruling, { acceptance }: ChainFacts, { rules }: Sow): Ruling {
  const terms = rules.acceptance;
  if (!terms || (ruling.result !== 'fail' && ruling.result !== 'review')) return ruling;
  const inWriting = (terms.written_cures as readonly string[]).includes(ruling.rule);
  const bySilence = (terms.deemed_cures as readonly string[]).includes(ruling.rule);
  if (acceptance.state === 'explicit' && inWriting) return { ...ruling, curedBy: 'accepted_explicit' };
  if (acceptance.state === 'deemed' && bySilence) return { ...ruling, curedBy: 'accepted_deemed' };
  if (acceptance.state === 'open' && ruling.result === 'fail' && (inWriting || bySilence))
    return { ...ruling, curable: true };
  return ruling;
}

/** A billable chain's reason: the cure that lifted a ruling, else the event's code. */
function reasonToPay(rulings: readonly Ruling[], sow: Sow): Ruling | undefined {
  const cure = rulings.find((ruling) => ruling.curedBy)?.curedBy;
  const event = sow.rules.billable?.event;
  if (cure === 'waived') return rulings.find((r) => r.code === 'waived') ?? rulings.find((r) => r.curedBy === 'waived');
  if (cure || event === 'accepted') return rulings.find((r) => r.code.startsWith('accepted'));
  return rulings.find((r) => r.code === event) ?? rulings.find((r) => EVENT_CODES.has(r.code) && r.result === 'pass');
}

const EVENT_CODES = new Set(['held', 'client_late_cancel', 'client_no_show', 'client_moved']);

const latest = (times: readonly (Instant | undefined)[]): Instant | undefined => {
  const known = times.flatMap((t) => t ?? []);
  return known.length ? Math.max(...known) : undefined;
};
