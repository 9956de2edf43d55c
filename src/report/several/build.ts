import { type Billed, type ClaimedChain, type Shared, sharedClaims } from '../../link/across.ts';
import { groupBy } from '../../link/grouped.ts';
import { type Money, minus, type Purse, purseOf, toText } from '../../price/money.ts';
import { FINDINGS } from '../../problems/findings.ts';
import type { Sow } from '../../sow/sow.ts';
import { VERSION } from '../../version.ts';
import { rowsOf } from '../claim-rows.ts';
import type { AuditDocument } from '../document.ts';
import { quarantinedIn } from '../phrases.ts';
import { findingSentence } from '../sentences.ts';
import { isDisputed, isOwn } from '../standing.ts';
import type { AuditsDocument } from './document.ts';
import { sharedLines } from './shared-lines.ts';

/** A SOW that was audited, with the rules file as it was named. */
export interface AuditedSow extends Pick<Billed, 'claimed'> {
  readonly file: string;
  readonly sow: Sow;
  readonly document: AuditDocument;
}

type Line = AuditsDocument['summary'][number];

/** Puts several audits under one summary, and looks for what more than one of them is billed for. */
export function auditsOf(audited: readonly AuditedSow[], notAudited: readonly string[]): AuditsDocument {
  const summary = audited.map(lineOf);
  return {
    schema: 'leadaudit/audits@1',
    tool: { name: 'leadaudit', version: VERSION },
    exit_code: 0,
    summary,
    totals: totalsOf(summary),
    not_audited: [...notAudited],
    findings: [
      ...sharedClaims(
        audited.map(({ sow, claimed }) => ({
          claimed,
          withinMs: sow.seconds(sow.matching.same_meeting_within) * 1000,
        })),
      ).map((shared) => findingOf(shared, audited)),
      ...sharedLines(audited.map(({ document }) => document)),
    ],
    audits: audited.map(({ document }) => document),
  };
}

function lineOf({ file, document: { sow, period, as_of, inputs, totals, claims, exit_code } }: AuditedSow): Line {
  const purse = purseIn(sow.currency);
  const money = (text: string): Money => amountOf(text, purse);
  const denied = (of: typeof claims): Money => purse.sum(of.map((c) => minus(money(c.claimed), money(c.supported))));
  const disputed = claims.filter((c) => isDisputed(c));
  const open = purse.sum([money(totals.pending), money(totals.review)]);
  const rest = [money(totals.claims_supported), denied(disputed), open].reduce(minus, money(totals.claimed));
  return {
    sow: sow.id,
    client: sow.client,
    vendor: sow.vendor,
    file,
    currency: sow.currency,
    period,
    as_of,
    claimed: totals.claimed,
    supported: totals.claims_supported,
    disputed: toText(denied(disputed)),
    open: toText(open),
    undisputed: toText(rest),
    payable: totals.payable,
    claims: claims.filter((c) => c.outcome !== 'unclaimed' && isOwn(c)).length,
    claims_disputed: disputed.length,
    dispute_by: disputed.flatMap((c) => c.dispute_by ?? []).sort()[0] ?? null,
    quarantined: quarantinedIn(inputs),
    exit_code,
  };
}

// Amounts come as they were rounded; adding them rounds nothing.
const purseIn = (currency: string): Purse => purseOf(currency, 'half_up');
const amountOf = (text: string, purse: Purse): Money => purse.parse(text) ?? purse.zero;

const SUMS = ['claimed', 'supported', 'disputed', 'open', 'undisputed', 'payable'] as const;

/** Sums of what can be added: one currency, one period. */
function totalsOf(summary: readonly Line[]): AuditsDocument['totals'] {
  const groups = groupBy(summary, ({ currency, period: { from, to } }) => `${currency} ${from} ${to}`);
  return groups.flatMap((lines) => {
    const [first] = lines;
    if (!first) return [];
    const purse = purseIn(first.currency);
    const sums = SUMS.map((key) => [key, toText(purse.sum(lines.map((line) => amountOf(line[key], purse))))]);
    return [
      {
        currency: first.currency,
        period: first.period,
        sows: lines.length,
        ...(Object.fromEntries(sums) as Record<(typeof SUMS)[number], string>),
      },
    ];
  });
}

/** Says who is billed for the same meeting, by what rows; no audit of one SOW can know. */
function findingOf(
  { contact, start, claims }: Shared,
  audited: readonly AuditedSow[],
): AuditsDocument['findings'][number] {
  const own = claims.flatMap(({ by, claim }) => {
    const sow = audited[by]?.sow;
    return sow ? [{ sow, claim }] : [];
  });
  const at = start === undefined ? undefined : own[0]?.sow.clock.zone.format(start).slice(0, 16).replace('T', ' ');
  const who = contact ?? 'one contact';
  const code = 'claimed_across_sows';
  return {
    code,
    severity: FINDINGS[code].severity,
    message: findingSentence(code, {
      claims: own
        .map(({ sow, claim }) =>
          claimText(
            claim,
            sow,
            own.map((other) => other.sow),
          ),
        )
        .join(' and '),
      what: at === undefined ? `lead, ${who}` : `meeting of ${who} on ${at}`,
    }),
    evidence: own.flatMap(({ sow, claim }) => rowsOf(claim.rows).map((row) => ({ sow: sow.sow.id, ...row }))),
  };
}

/** A claim as its vendor's, by the SOW too where the vendor has several of them, and by its period where that is an earlier one. */
function claimText({ id, before }: ClaimedChain, { sow }: Sow, all: readonly Sow[]): string {
  const isOnly = all.every(({ sow: other }) => other.vendor !== sow.vendor || other.id === sow.id);
  return `${id} of ${sow.vendor}${isOnly ? '' : ` under ${sow.id}`}${before === undefined ? '' : ` in ${before}`}`;
}
