import { RULES } from '../../judge/rules/table.ts';
import type { EvidenceKind, SourceName } from '../../model.ts';
import type { Path } from '../yaml.ts';
import { defineCheck, type Hit, hit, type LintContext } from './check.ts';

/** Checks for clauses whose facts no source gives. */
const HANDOVER: Path = ['rules', 'attribution', 'handover'];
const OF_REQUESTS = (['credit_after_touch', 'inbound_lookback'] as const).map(
  (key) => [['rules', 'attribution', key], ['inbound']] as const,
);

/** What a key cannot be checked without: one of these sources. Those of whole rules are in the rules' own rows. */
const NEEDS: readonly (readonly [path: Path, sources: readonly SourceName[]])[] = [
  ...Object.entries(RULES).flatMap(([key, rule]: [string, { readonly needs?: readonly SourceName[] }]) =>
    (rule.needs ?? []).map((source) => [['rules', key], [source]] as const),
  ),
  [['rules', 'attendance'], ['attendance']],
  [['rules', 'no_show', 'attempts'], ['calls']],
  [['rules', 'attribution', 'qualifying_touch'], ['calls']],
  [HANDOVER, ['handovers']],
  [['rules', 'exclusions', 'customers'], ['customers']],
  [['rules', 'exclusions', 'competitors'], ['competitors']],
  [['rules', 'exclusions', 'open_opportunities'], ['opportunities']],
  [['rules', 'acceptance'], ['decisions']],
  [['rules', 'embargo'], ['accounts']],
  [['rules', 'client_duties', 'handover_every'], ['handovers']],
  [['rules', 'client_duties', 'follow_up_within'], ['touches']],
  [['fees', 'hours'], ['sessions']],
  [['fees', 'clawback'], ['opportunities']],
];
const SOURCE_OF: Readonly<Record<EvidenceKind, SourceName>> = {
  attendance: 'attendance',
  recording: 'recordings',
  crm: 'crm',
  calendar: 'calendar',
  vendor: 'meetings',
};

export const missingSource = defineCheck({
  severity: 'warning',
  title: 'A clause whose facts are not given',
  message: 'without {sources} nothing can be checked here',
  why: 'The report then says that it did not look, and the clause protects nobody.',
  help: 'add the source under `sources:`, or give it with a flag',
  find: ({ sow, has }): Hit[] => {
    const proofs = provenBy(sow).map((kind) => SOURCE_OF[kind]);
    const needs: typeof NEEDS = proofs.length ? [...NEEDS, [['rules', 'evidence', 'enough'], proofs]] : NEEDS;
    // Hand-overs are judged without requests: then only what is said of requests lacks them.
    const isJudged = has(...HANDOVER) && has('sources', 'handovers');
    const rest = needs.filter(([path]) => path.join('.') !== 'rules.attribution');
    const isDeal = sow.rules.billable?.event === 'opportunity';
    if (isDeal) rest.push([['rules', 'billable', 'event'], ['opportunities']]);
    const asked = isJudged ? [...rest, ...OF_REQUESTS] : needs;
    return asked.flatMap(([path, sources]): Hit[] =>
      has(...path) && !sources.some((source) => has('sources', source))
        ? [hit(path, { sources: sources.map((source) => `sources.${source}`).join(' or ') })]
        : [],
    );
  },
});

/** Sources that are enough to prove that a meeting was held, and can say so: a calendar shows what was planned or canceled. */
const provenBy = ({ rules: { evidence } }: LintContext['sow']): EvidenceKind[] =>
  (evidence?.enough ?? []).filter((kind) => kind !== 'calendar');

export const neverProven = defineCheck({
  severity: 'warning',
  title: 'Proof that no source can give',
  message: 'no meeting can be proven to be held by {enough}: none is ever paid',
  why: 'Every meeting then waits in review, and the month bills nothing.',
  help: 'name attendance, recording, crm or vendor too: a calendar shows only what was planned or canceled',
  find: ({ sow, has }): Hit[] => {
    const { billable, evidence } = sow.rules;
    const isHeld = billable?.event === 'held' || billable?.event === 'opportunity';
    return isHeld && has('rules', 'evidence', 'enough') && evidence?.burden === 'vendor' && !provenBy(sow).length
      ? [hit(['rules', 'evidence', 'enough'], { enough: evidence.enough.join(' or ') || 'nothing' })]
      : [];
  },
});

/** Clauses that run from when a file came. */
const RECEIVED: readonly (readonly [path: Path, source: 'meetings' | 'invoice'])[] = [
  [['rules', 'reporting', 'due'], 'meetings'],
  [['rules', 'submission', 'within'], 'invoice'],
  [['fees', 'invoice', 'dispute_within'], 'invoice'],
];

export const missingReceived = defineCheck({
  severity: 'warning',
  title: 'A deadline that nothing is held against',
  message: 'no entry of sources.{source} says when it was received',
  why: 'Whether something came in time is not in the file itself.',
  help: 'add `received:` to the entry',
  find: ({ sow, has }): Hit[] =>
    RECEIVED.flatMap(([path, source]): Hit[] => {
      const entries = sow.sources[source] ?? [];
      return has(...path) && entries.length && entries.every((entry) => entry.received === undefined)
        ? [hit(path, { source })]
        : [];
    }),
});
