import type { JudgedChain } from '../judge/facts.ts';
import type { Found } from '../judge/rule.ts';
import { namesOf } from '../judge/waive.ts';
import type { Severity } from '../model.ts';
import { FINDINGS } from '../problems/findings.ts';
import type { Waiver } from '../sow/waivers.ts';
import { COLLECTORS } from './collectors.ts';
import type { AuditDocument } from './document.ts';
import type { AuditParts } from './parts.ts';
import { findingSentence } from './sentences.ts';

type Finding = AuditDocument['findings'][number];

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** A finding as the document shows it: its sentence comes from the table. */
function shown({ code, args, evidence, severity = FINDINGS[code].severity }: Found): Finding {
  const rows = evidence.map(({ source, file, line }) => ({ source, file, line }));
  return { code, severity, message: findingSentence(code, args), evidence: rows };
}

/** All findings of an audit, worst first, then in the order of the table. */
export function findingsOf(f: AuditParts): Finding[] {
  const found = COLLECTORS.flatMap((collect) => collect(f));
  const all = [...found.map((x) => overruled(shown(x), f)), ...waivers(f, found).map(shown)];
  const order = Object.keys(FINDINGS);
  const rank = (x: Finding): number => SEVERITIES.indexOf(x.severity) * order.length + order.indexOf(x.code);
  return all
    .map((x, i) => ({ x, i }))
    .sort((a, b) => rank(a.x) - rank(b.x) || a.i - b.i)
    .map(({ x }) => x);
}

const isExpired = (w: Waiver, { sow, asOf }: AuditParts): boolean => sow.clock.zone.dateAt(asOf) > w.expires;

/** A finding that a person knows of is shown as such and alarms nobody. */
function overruled(found: Finding, f: AuditParts): Finding {
  const waiver = f.sow.waivedBy.find((w) => w.code === found.code && w.decision === 'ignore' && !isExpired(w, f));
  return waiver
    ? { ...found, severity: 'info', message: `${found.message} (waived by ${waiver.by}: ${waiver.reason})` }
    : found;
}

/** Waivers that no longer hold, fit nothing, or change nothing. */
function waivers(f: AuditParts, found: readonly Found[]): Found[] {
  const codes = new Set<string>(found.map((x) => x.code));
  return f.sow.waivedBy.flatMap((w): Found[] => {
    const args = { what: w.id ?? w.code ?? '', by: w.by, expires: w.expires };
    if (isExpired(w, f)) return [{ code: 'waiver_expired', args, evidence: [] }];
    const chains = f.chains.filter((chain) =>
      w.id === undefined ? chain.rulings.some((r) => r.code === w.code) : namesOf(chain, f).has(w.id),
    );
    const priced = w.code === undefined ? [] : f.audited.filter((c) => c.reason === w.code && !chains.length);
    if (!chains.length && !priced.length && !codes.has(w.code ?? ''))
      return [{ code: 'waiver_unused', args, evidence: [] }];
    if (w.decision === 'ignore') return [];
    const idle = (id: string, why: string, row: Found['evidence'][number]): Found => ({
      code: 'waiver_without_effect',
      args: { what: args.what, by: w.by, id, why },
      evidence: [row],
    });
    return [
      ...chains.flatMap((chain) => {
        const why = w.decision === 'billable' ? whyIdle(chain, f) : undefined;
        return why === undefined ? [] : [idle(chain.id, why, chain.record.row)];
      }),
      ...priced.flatMap((c) =>
        c.claim
          ? [idle(c.id, `${c.reason} is a matter of prices and claims, which no waiver overrules`, c.claim.row)]
          : [],
      ),
    ];
  });
}

/** Why a chain that was waived as billable is worth no more for it. */
function whyIdle(chain: JudgedChain, { unitsOf }: AuditParts): string | undefined {
  const own = unitsOf(chain);
  if (chain.verdict === 'billable' && own.length && own.every((unit) => unit.kind === 'over_cap'))
    return 'it lies over the cap, which is a matter of price';
  return chain.rulings.some((r) => r.curedBy === 'waived') ? undefined : 'no rule objects to it';
}
