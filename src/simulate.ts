import { type AuditOptions, audit } from './audit.ts';
import { purseOf } from './price/money.ts';
import type { Problem } from './problems/problem.ts';
import type { Records } from './read/records.ts';
import type { AuditDocument } from './report/document.ts';
import { type AuditedAlternative, simulationOf } from './report/simulation/build.ts';
import type { SimulationDocument } from './report/simulation/document.ts';
import { checkSimulation } from './report/simulation/invariants.ts';
import type { Sow } from './sow/sow.ts';

/** Clauses, and the facts to apply them to. */
export interface Variant {
  readonly sow: Sow;
  readonly records: Records;
}

/** Other clauses for the same facts: all of them, and each change to the base alone where the rules are sound with it. */
export interface Alternative {
  readonly title: string;
  readonly notApplied: readonly string[];
  readonly whole: Variant;
  readonly changes: readonly {
    readonly path: string;
    readonly from: string | null;
    readonly to: string | null;
    readonly alone: Variant | undefined;
  }[];
}

export type SimulationResult =
  | { readonly document: SimulationDocument; readonly problems: readonly Problem[] }
  | { readonly document: undefined; readonly problems: readonly Problem[] };

/** The same facts under other clauses. Pure, as the audit is; period and as-of are those of the base. */
export async function simulate(
  base: Variant,
  alternatives: readonly Alternative[],
  options: AuditOptions = {},
): Promise<SimulationResult> {
  const now = await audit(base.sow, base.records, options);
  if (!now.document) return now;
  const scope = { ...options, period: now.document.period.label };
  const audited: AuditedAlternative[] = [];
  for (const { title, notApplied, whole, changes } of alternatives) {
    const all = await audit(whole.sow, whole.records, scope);
    if (!all.document) return { document: undefined, problems: all.problems.map((p) => under(title, p)) };
    const single: AuditedAlternative['changes'][number][] = [];
    for (const { alone, ...change } of changes) {
      // One change alone is the whole alternative.
      const result = changes.length === 1 ? all : alone && (await audit(alone.sow, alone.records, scope));
      const broken = result?.problems.filter((p) => p.code === 'broken_invariant') ?? [];
      if (broken.length) return { document: undefined, problems: broken.map((p) => under(title, p)) };
      const document: AuditDocument | undefined = result?.document;
      single.push({ ...change, alone: document });
    }
    audited.push({ title, notApplied, whole: all.document, changes: single });
  }
  const purse = purseOf(base.sow.sow.currency, base.sow.fees.rounding ?? 'half_up');
  const document = simulationOf(now.document, audited, purse);
  const broken = checkSimulation(document, purse);
  return broken.length ? { document: undefined, problems: broken } : { document, problems: [] };
}

/** Says under which clauses a problem came up. */
const under = (title: string, p: Problem): Problem => ({
  ...p,
  place: { ...p.place, file: `${p.place.file} under ${title}` },
});
