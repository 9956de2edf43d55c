import type { ChainFacts } from '../judge/facts.ts';
import type { Instant, LineKind, RowRef } from '../model.ts';
import type { InputFile, InvoiceLine, Meeting } from '../read/records.ts';
import { isIn, type Period, parsePeriod } from '../sow/period.ts';
import type { Sow } from '../sow/sow.ts';
import { compareNatural } from './keys.ts';
import { hasId, kindOf, quantityOf } from './lines/kinds.ts';
import type { LineLink } from './lines/link-lines.ts';
import { rowsOf, UNDATED } from './slots.ts';

/** One vendor line that asks for money, tied to the chain it asks for. Money stays text until it is priced. */
export interface Claim<C extends ChainFacts = ChainFacts> {
  readonly id: string;
  readonly lineId: string | null;
  /** What the vendor calls the meeting or lead. */
  readonly meetingId: string | null;
  readonly kind: LineKind;
  readonly chain: C | undefined;
  /** The drop row behind the claim, where one is known. */
  readonly meeting: Meeting | undefined;
  readonly row: RowRef;
  /** Number of the invoice, else its file; undefined where there is none. */
  readonly invoice: string | undefined;
  readonly period: Period;
  /** The closed period that it names, which was closed before it came. */
  readonly late: Period | undefined;
  /** What is asked for; undefined where the vendor names no amount. */
  readonly amount: string | undefined;
  readonly quantity: number;
  readonly unitPrice: string | undefined;
  /** Whom the line says that it bills. */
  readonly says: Pick<InvoiceLine, 'contact_name' | 'email' | 'company'> | undefined;
  /** Whom a line without an id names; undefined where it names nobody. */
  readonly named: LineLink | undefined;
  /** Nothing but the order of the rows ties it to its chain. */
  readonly isByOrder: boolean;
  /** How many of how many leads of a line. */
  readonly part: { readonly of: number; readonly taken: number; readonly isLast: boolean } | undefined;
}

export interface ClaimInput<C extends ChainFacts> {
  readonly chains: readonly C[];
  readonly invoice: readonly InvoiceLine[];
  /** Whom lines without ids name. */
  readonly named: ReadonlyMap<InvoiceLine, LineLink>;
  readonly files: readonly InputFile[];
  readonly period: Period;
  readonly sow: Sow;
  /** Whether a line came after the period that it names was closed. */
  readonly isLate: (line: InvoiceLine, of: Period) => boolean;
  /** The day on which a chain is recognized, where it is billable. */
  readonly recognizedOn: (chain: C, row?: Meeting) => string | undefined;
}

/** A row of a drop, and the chain that it is of. */
interface Tie<C> {
  readonly chain: C;
  readonly row: Meeting;
}
interface Ties<C> {
  readonly byRow: ReadonlyMap<string, readonly Tie<C>[]>;
  readonly byLead: ReadonlyMap<string, readonly Tie<C>[]>;
  readonly bySlot: ReadonlyMap<string, Tie<C>>;
}

/** Every claim of every period: invoice lines, else drop rows that ask for money (DESIGN section 1). */
export function linkClaims<C extends ChainFacts>(input: ClaimInput<C>): Claim<C>[] {
  return input.invoice.length ? fromInvoice(input, tiesOf(input.chains)) : fromDrops(input);
}

function tiesOf<C extends ChainFacts>(chains: readonly C[]): Ties<C> {
  const byRow = new Map<string, Tie<C>[]>();
  const byLead = new Map<string, Tie<C>[]>();
  const bySlot = new Map<string, Tie<C>>();
  for (const chain of chains) {
    for (const slot of chain.slots) {
      bySlot.set(slot.id, { chain, row: slot.record });
      for (const row of rowsOf(slot)) {
        for (const [index, key] of [
          [byRow, row.id],
          [byLead, row.lead_id],
        ] as const) {
          if (key === undefined) continue;
          const known = index.get(key);
          if (known) known.push({ chain, row });
          else index.set(key, [{ chain, row }]);
        }
      }
    }
  }
  return { byRow, byLead, bySlot };
}

function fromInvoice<C extends ChainFacts>(input: ClaimInput<C>, ties: Ties<C>): Claim<C>[] {
  const { period } = input;
  const told = new Set<C>();
  const lines = input.invoice.map((line) => {
    const named = input.named.get(line);
    const byMeeting = line.meeting_id !== undefined ? ties.byRow.get(line.meeting_id) : undefined;
    const byLead =
      line.lead_id !== undefined ? (ties.byLead.get(line.lead_id) ?? ties.byRow.get(line.lead_id)) : undefined;
    const tied = byMeeting ?? byLead ?? [];
    const of = (line.period === undefined ? undefined : parsePeriod(line.period)) ?? period;
    // An id that two chains share means the one that counts in the line's period.
    const found = tied.find(({ chain, row }) => isIn(of, input.recognizedOn(chain, row) ?? '')) ?? tied[0];
    const mayBe = named?.slots.flatMap((slot) => ties.bySlot.get(slot.id) ?? []) ?? [];
    // What a line in doubt may mean is not for another that names nobody.
    for (const { chain } of found ? [found] : mayBe) told.add(chain);
    return { line, named, found: found ? [found] : named?.decision === 'linked' ? mayBe : [] };
  });
  const waiting = queues(input, told);
  return lines.flatMap(({ line, named, found }): Claim<C>[] => {
    const kind = kindOf(line);
    const of = (line.period === undefined ? undefined : parsePeriod(line.period)) ?? period;
    const late = input.isLate(line, of) ? of : undefined;
    const [tie, ...more] = found;
    const { contact_name, email, company, description } = line;
    const claim: Claim<C> = {
      id: line.line_id ?? line.meeting_id ?? line.lead_id ?? `${line.invoice_no ?? line.row.file}:${line.row.line}`,
      lineId: line.line_id ?? null,
      meetingId: line.meeting_id ?? line.lead_id ?? (named && tie?.row.id) ?? null,
      kind,
      chain: tie?.chain,
      meeting: tie?.row,
      row: line.row,
      invoice: line.invoice_no ?? line.row.file,
      // Whom a line for several means hangs on what it says.
      period: of,
      late,
      amount: line.amount,
      quantity: line.quantity ?? 1,
      unitPrice: line.unit_price,
      // Where the text alone names somebody, it is the text that says whom.
      says: { contact_name: contact_name ?? (named && description), email, company },
      named,
      isByOrder: false,
      part: undefined,
    };
    const isLead = kind === 'lead' || kind === 'replacement';
    const parts = (): Claim<C>[] => {
      if (more.length) return split(claim, line, () => found);
      return hasId(line) || named || !isLead ? [claim] : split(claim, line, waiting);
    };
    return late ? parts().map((part) => ({ ...part, period })) : parts();
  });
}

/** A line for several leads is split over rows of the drops up to its quantity: those that it names, else the period's claimable ones, by recognition then id. */
function split<C extends ChainFacts>(
  claim: Claim<C>,
  line: InvoiceLine,
  take: (period: Period, most: number) => readonly Tie<C>[],
): Claim<C>[] {
  // A line for less than one lead names no lead.
  const quantity = Math.floor(quantityOf(line));
  if (quantity < 1) return [claim];
  const ties = take(claim.period, quantity);
  const rest = quantity - ties.length;
  const isByOrder = claim.named === undefined;
  const leads = ties.map(
    ({ chain, row }, i): Claim<C> => ({
      ...claim,
      meetingId: row.id ?? null,
      chain,
      meeting: row,
      quantity: 1,
      isByOrder,
      part: { of: quantity, taken: 1, isLast: rest === 0 && i === ties.length - 1 },
    }),
  );
  const left = { meetingId: null, chain: undefined, meeting: undefined, quantity: rest, isByOrder };
  return rest ? [...leads, { ...claim, ...left, part: { of: quantity, taken: rest, isLast: true } }] : leads;
}

/** Hands out claimable rows of a period that no line names, each once. */
function queues<C extends ChainFacts>(
  input: ClaimInput<C>,
  named: ReadonlySet<C>,
): (period: Period, most: number) => readonly Claimable<C>[] {
  let rows: readonly Claimable<C>[] | undefined;
  const spent = new Set<Meeting>();
  const waiting = new Map<string, Iterator<Claimable<C>>>();
  return (period, most) => {
    rows ??= claimableRows(input)
      .filter(({ chain }) => !named.has(chain))
      .sort((a, b) => a.time - b.time || compareNatural(a.row.id ?? '', b.row.id ?? ''));
    const key = `${period.from} ${period.to}`;
    const queue = waiting.get(key) ?? rows.filter(({ at }) => isIn(period, at)).values();
    waiting.set(key, queue);
    const taken: Claimable<C>[] = [];
    while (taken.length < most) {
      const { value, done } = queue.next();
      if (done) break;
      if (spent.has(value.row)) continue;
      spent.add(value.row);
      taken.push(value);
    }
    return taken;
  };
}

interface Claimable<C> extends Tie<C> {
  /** Position of the row in its chain's event: the record before its copies. */
  readonly rank: number;
  readonly at: string;
  readonly time: Instant;
}

/** The drop rows that ask for money: `claimed` is yes; without that column held rows, or every row where bookings or deliveries are paid. */
function claimableRows<C extends ChainFacts>({
  chains,
  files,
  sow,
  period,
  recognizedOn,
}: ClaimInput<C>): Claimable<C>[] {
  const marked = new Set(
    files.filter((f) => f.source === 'meetings' && f.columns.includes('claimed')).map((f) => f.file),
  );
  const zone = sow.clock.zone;
  return chains.flatMap((chain) => {
    const event = chain.terms.rules.billable?.event;
    const every = event === 'booked' || event === 'delivered';
    return chain.slots.flatMap((slot) =>
      [slot.record, ...slot.copies].flatMap((row, rank): Claimable<C>[] => {
        const recognized = recognizedOn(chain, row);
        const isLead = event === 'accepted' && row.starts_at === undefined;
        const asks = marked.has(row.row.file) ? row.claimed === true : every || isLead || row.outcome === 'held';
        if (!asks) return [];
        // A row that says of no day when it was lies where its chain does; where no row of that says it, it is claimed when it comes.
        const begun = chain.slots.findLast(({ start }) => start !== undefined)?.start;
        const told = chain.deliveredAt === UNDATED ? row.reported_at : chain.deliveredAt;
        const own = row.starts_at ?? row.delivered_at ?? begun ?? told;
        const at = recognized ?? (own === undefined ? period.to : zone.dateAt(own));
        return [{ chain, row, rank, at, time: recognized === undefined && own !== undefined ? own : zone.startOf(at) }];
      }),
    );
  });
}

function fromDrops<C extends ChainFacts>(input: ClaimInput<C>): Claim<C>[] {
  const months = new Map<string, Period>();
  const monthOf = (date: string): Period => {
    const label = date.slice(0, 7);
    const month = months.get(label) ?? (parsePeriod(label) as Period);
    months.set(label, month);
    return month;
  };
  return claimableRows(input)
    .sort(
      (a, b) =>
        compareNatural(a.chain.id, b.chain.id) || a.rank - b.rank || compareNatural(a.row.id ?? '', b.row.id ?? ''),
    )
    .map(
      ({ chain, row, at }): Claim<C> => ({
        id: row.id ?? '',
        lineId: null,
        meetingId: row.id ?? null,
        kind: 'lead',
        chain,
        meeting: row,
        row: row.row,
        invoice: undefined,
        // A claim from a drop lies in the audited period whenever its day does.
        period: isIn(input.period, at) ? input.period : monthOf(at),
        late: undefined,
        amount: row.amount,
        quantity: 1,
        unitPrice: undefined,
        says: undefined,
        named: undefined,
        isByOrder: false,
        part: undefined,
      }),
    );
}
