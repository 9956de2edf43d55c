import type { Chain } from '../link/chains.ts';
import type { Contact } from '../link/keys.ts';
import type { Evidence, Slot } from '../link/slots.ts';
import type { Instant, Ruling, Verdict } from '../model.ts';
import type { Known } from '../read/known.ts';
import type { Decision, Handover, Inbound, Meeting, Opportunity } from '../read/records.ts';
import type { Clock } from '../sow/clock.ts';
import type { Decimal } from '../sow/decimal.ts';
import type { Sow } from '../sow/sow.ts';
import type { Acceptance } from './acceptance.ts';
import type { Course } from './course.ts';
import type { Occurrence } from './occurrence.ts';
import type { Sides } from './presence.ts';
import type { TouchLog } from './touches.ts';

/** A slot with its evidence and what was found of it. */
export interface SlotFacts extends Slot {
  readonly evidence: Evidence;
  readonly sides: Sides;
  /** Absent for a lead. */
  readonly happened: Occurrence | undefined;
  /** The same, judged by the vendor's own rows alone: what restated metrics count. */
  readonly claimedOutcome: Occurrence | undefined;
}

/** Everything a rule may know of a chain. */
export interface ChainFacts extends Chain<SlotFacts> {
  /** The row of the first slot: the booking. */
  readonly record: Meeting;
  readonly contact: Contact;
  readonly deliveredAt: Instant;
  readonly bookedAt: Instant;
  /** The SOW in force when it was booked. */
  readonly terms: Sow;
  /** Whether what happened in slots matters for this chain (DESIGN section 3, `billable.event`). */
  readonly occurs: boolean;
  readonly course: Course;
  readonly decisions: readonly Decision[];
  readonly opportunities: readonly Opportunity[];
  /** Those that may be of this lead or of another, or of none. */
  readonly opportunitiesInDoubt: readonly Opportunity[];
  /** Inbound requests of the contact, and those that may be of the contact. */
  readonly requests: readonly Inbound[];
  readonly requestsInDoubt: readonly Inbound[];
  /** Hand-overs of the contact by the client, and those that may be of the contact. */
  readonly handovers: readonly Handover[];
  readonly handoversInDoubt: readonly Handover[];
  readonly acceptance: Acceptance;
  /** When the first invoice that names the chain came. */
  readonly invoicedAt: Instant | undefined;
  /** Contact attempts by the vendor after the last no-show; undefined without a call log. */
  readonly attemptsAfterNoShow: number | undefined;
}

/** A chain that was judged. */
export interface JudgedChain extends ChainFacts {
  readonly rulings: readonly Ruling[];
  readonly verdict: Verdict;
  /** The ruling that the verdict rests on. */
  readonly primary: Ruling;
  /** Latest end of the pending rulings. */
  readonly resolvesAt: Instant | undefined;
  /** What it pays and when, before prices; more than one part only where a top-up follows. */
  readonly billings: readonly Billing[];
}

export interface Billing {
  readonly recognized: Instant;
  /** Of the unit price: what the first part pays. */
  readonly share: Decimal;
  /** The rest of a chain whose first part was paid: takes no tier place. */
  readonly topUp: boolean;
}

/** What every rule is given beside the chain. */
export interface JudgeContext {
  readonly sow: Sow;
  readonly clock: Clock;
  readonly asOf: Instant;
  /** Chains judged before this one, in order of delivery. */
  readonly earlier: readonly JudgedChain[];
  readonly known: Known;
  /** Undefined without a call log. */
  readonly touches: TouchLog | undefined;
  /** Ids of chains whose valid rejection lies above the rejection cap. */
  readonly overRejectionCap: ReadonlySet<string>;
}
