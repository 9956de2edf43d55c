import type { PriceLineKind } from '../../model.ts';
import { isLess, isZero, type Money, minus, type Purse, toText } from '../../price/money.ts';
import type { AuditDocument, DocumentClaim } from '../document.ts';
import { isOwn } from '../standing.ts';
import type { SimulatedAlternative, SimulatedClaim, SimulationDocument } from './document.ts';

/** An alternative as it was audited: as a whole, and each of its changes alone where the rules are sound with it. */
export interface AuditedAlternative {
  readonly title: string;
  readonly notApplied: readonly string[];
  readonly whole: AuditDocument;
  readonly changes: readonly {
    readonly path: string;
    readonly from: string | null;
    readonly to: string | null;
    readonly alone: AuditDocument | undefined;
  }[];
}

/** Sets alternatives against the clauses as they are, claim by claim. */
export function simulationOf(
  now: AuditDocument,
  alternatives: readonly AuditedAlternative[],
  purse: Purse,
): SimulationDocument {
  const { tool, sow, period, as_of, inputs, totals } = now;
  return {
    schema: 'leadaudit/simulation@1',
    tool,
    sow,
    period,
    as_of,
    inputs,
    totals,
    alternatives: alternatives.map((alternative, i) => compared(now, alternative, String(i + 1), purse)),
  };
}

function compared(
  now: AuditDocument,
  { title, notApplied, whole, changes }: AuditedAlternative,
  id: string,
  purse: Purse,
): SimulatedAlternative {
  const money = (text: string): Money => purse.parse(text) ?? purse.zero;
  const worth = (doc: AuditDocument): Money => minus(money(doc.totals.payable), money(now.totals.payable));
  const [before, after] = [itemsOf(now, purse), itemsOf(whole, purse)];
  const alone = changes.map((change, i) => ({
    ...change,
    id: `${id}.${i + 1}`,
    items: change.alone && itemsOf(change.alone, purse),
  }));
  const keys = new Set([before, after, ...alone.flatMap((c) => c.items ?? [])].flatMap((items) => [...items.keys()]));
  const rows = [...keys].map((key): Row => {
    const [old, own] = [before.get(key), after.get(key)];
    const from = old?.amount ?? purse.zero;
    const difference = minus(own?.amount ?? purse.zero, from);
    const effects = alone.flatMap((c) => {
      const item = c.items?.get(key);
      const effect = minus(item?.amount ?? purse.zero, from);
      return c.items && (!isZero(effect) || !isAlike(old, item)) ? [{ change: c.id, effect }] : [];
    });
    // It may be there under one change alone.
    const [known] = [own, old, ...alone.map((c) => c.items?.get(key))].flatMap((item) => item ?? []);
    return {
      old,
      own,
      claim: known?.claim,
      kind: known?.kind,
      difference,
      effects: effects.map(({ change, effect }) => ({ change, difference: toText(effect) })),
      interaction: minus(difference, purse.sum(effects.map((e) => e.effect))),
    };
  });
  const moved = rows.filter(hasChanged).sort((a, b) => bySize(a.difference, b.difference, purse));
  const shared = ({ difference, effects, interaction }: Row) => ({
    difference: toText(difference),
    effects,
    interaction: toText(interaction),
  });
  const difference = worth(whole);
  const sum = purse.sum(changes.map((c) => (c.alone ? worth(c.alone) : purse.zero)));
  return {
    id,
    title,
    not_applied: [...notApplied],
    totals: whole.totals,
    difference: toText(difference),
    changes: alone.map((c) => ({
      id: c.id,
      path: c.path,
      from: c.from,
      to: c.to,
      totals: c.alone?.totals ?? null,
      difference: c.alone ? toText(worth(c.alone)) : null,
    })),
    interaction: toText(minus(difference, sum)),
    claims: moved.flatMap((row): SimulatedClaim[] => {
      if (!row.claim) return [];
      const { id: claimId, line_id, meeting_id, contact, company } = row.claim;
      const sides = { now: sideOf(row.old?.claim), then: sideOf(row.own?.claim) };
      return [{ id: claimId, line_id, meeting_id, contact, company, ...sides, ...shared(row) }];
    }),
    others: moved.flatMap((row) => {
      const amountOf = (item: Item | undefined): string => toText(item?.amount ?? purse.zero);
      if (row.kind === undefined) return [];
      return [{ kind: row.kind, now: amountOf(row.old), then: amountOf(row.own), ...shared(row) }];
    }),
  };
}

/** One part of what is payable: a claim, or what the price lines of a kind come to beyond the claims. */
interface Item {
  readonly amount: Money;
  readonly claim?: DocumentClaim;
  readonly kind?: PriceLineKind;
}

interface Row {
  readonly old: Item | undefined;
  readonly own: Item | undefined;
  readonly claim: DocumentClaim | undefined;
  readonly kind: PriceLineKind | undefined;
  readonly difference: Money;
  readonly effects: SimulatedClaim['effects'];
  readonly interaction: Money;
}

/** Everything that a payable amount is made of, by a key that is the same under all clauses. */
function itemsOf({ claims, lines }: AuditDocument, purse: Purse): Map<string, Item> {
  const money = (text: string): Money => purse.parse(text) ?? purse.zero;
  const items = new Map<string, Item>();
  const put = (key: string, item: Item): void => {
    let own = key;
    for (let n = 2; items.has(own); n++) own = `${key} ${n}`;
    items.set(own, item);
  };
  const own = claims.filter(isOwn);
  for (const claim of own) put(keyOf(claim), { claim, amount: money(claim.supported) });
  const supported = new Map(own.map((claim) => [claim.id, money(claim.supported)]));
  for (const kind of new Set(lines.map((line) => line.kind))) {
    // What is billed by the lead belongs to a claim, or to a chain that nobody claims.
    if (kind === 'lead' || kind === 'replacement' || kind === 'over_cap') continue;
    const alike = lines.filter((line) => line.kind === kind);
    // What is cleared comes on top of what is supported of its claims.
    const ids = kind === 'cleared' ? [] : alike.flatMap((line) => line.claims);
    const claimed = [...new Set(ids)].map((id) => supported.get(id) ?? purse.zero);
    const amount = minus(purse.sum(alike.map((line) => money(line.amount))), purse.sum(claimed));
    put(`lines of ${kind}`, { kind, amount });
  }
  return items;
}

/** A claim is its row, and the lead that the row was taken to mean; what nobody claims is its lead. */
function keyOf({ outcome, evidence, line_id, meeting_id, chain }: DocumentClaim): string {
  if (outcome === 'unclaimed') return `unclaimed ${meeting_id ?? chain}`;
  const [row] = evidence;
  return `claim ${row?.file}:${row?.line} ${line_id} ${meeting_id}`;
}

const sideOf = (claim: DocumentClaim | undefined): SimulatedClaim['now'] =>
  claim
    ? {
        outcome: claim.outcome,
        verdict: claim.verdict,
        reason: claim.reason,
        clause: claim.clause,
        why: claim.why,
        claimed: claim.claimed,
        supported: claim.supported,
      }
    : null;

const hasChanged = ({ old, own, difference, effects }: Row): boolean =>
  !isZero(difference) || effects.length > 0 || !isAlike(old, own);

/** Whether a claim ends the same way, money apart. */
const isAlike = (a: Item | undefined, b: Item | undefined): boolean =>
  a?.claim?.outcome === b?.claim?.outcome && a?.claim?.verdict === b?.claim?.verdict;

/** Most money first; what comes out even stays in the order of the claims. */
function bySize(a: Money, b: Money, { zero }: Purse): number {
  const size = (m: Money): Money => (isLess(m, zero) ? minus(zero, m) : m);
  const [x, y] = [size(a), size(b)];
  return isLess(x, y) ? 1 : isLess(y, x) ? -1 : 0;
}
