import { type Linked, linkEvidence } from '../link/evidence.ts';
import { freeMailOf } from '../link/identity/emails.ts';
import { Registry } from '../link/identity/identity.ts';
import type { Billing } from '../link/lines/fits.ts';
import type { LinkDecision } from '../link/link-decisions.ts';
import { persons } from '../link/persons.ts';
import { collapse } from '../link/slots.ts';
import type { InvoiceLine } from '../read/records.ts';
import type { Sow } from '../sow/sow.ts';
import { decisionsOn } from './decisions.ts';
import type { JudgedChain } from './facts.ts';
import { chainFacts, happen, type JudgeInput, judge } from './judge.ts';
import { type KeptTouch, touchCollector } from './touches.ts';
import { rowsBy } from './whose.ts';

/** What rows come to by some rules; the call log passes its collector before it is judged. */
export interface Reading {
  readonly linked: Omit<Linked, 'evidence'>;
  readonly collector: ReturnType<typeof touchCollector>;
  /** Every chain, judged; without calls nothing is said of touches. */
  judge(hasCalls: boolean): readonly JudgedChain[];
}

/** Rows as slots with their evidence, by some rules. */
export function readingOf(
  rules: Sow,
  facts: Pick<JudgeInput, 'asOf' | 'known' | 'received'> & {
    readonly billed: Pick<Billing, 'period' | 'isKnownThen'>;
    /** Lines that are to be tied to whom they name. */
    readonly invoice: readonly InvoiceLine[];
    readonly closedTouches: readonly KeptTouch[];
    readonly decided: readonly LinkDecision[];
  },
): Reading {
  const { known, closedTouches, decided, billed, invoice } = facts;
  const limits = {
    sameMeetingMs: rules.seconds(rules.matching.same_meeting_within) * 1000,
    shiftedStartMs: rules.seconds(rules.matching.shifted_start_within) * 1000,
    zone: rules.clock.zone,
  };
  const registry = new Registry(freeMailOf(rules.matching.free_mail));
  const rows = collapse(known.meetings, persons(known.meetings, registry), limits);
  const { evidence, ...linked } = linkEvidence(
    rows.filter((slot) => slot.record.vendor === undefined),
    known,
    limits,
    registry,
    decided,
    {
      invoice,
      ...billed,
      parties: [rules.sow.client, rules.sow.vendor],
      dayOf: (at) => rules.clock.zone.dateAt(at),
    },
  );
  const decisions = decisionsOn(known.decisions, linked.decisions);
  const input = {
    ...facts,
    sow: rules,
    slots: rows,
    evidence,
    decisions,
    opportunities: rowsBy(known.opportunities, linked.whose),
    requests: rowsBy(known.inbound, linked.whose),
    handovers: rowsBy(known.handovers, linked.whose),
  };
  // From here on nobody asks who a row is: the registry is let go.
  const slots = happen(input, registry);
  const collector = touchCollector(
    slots.map(({ sides }) => sides.contact),
    registry.freeMail,
    closedTouches,
    known.handovers,
  );
  // Several closed periods may ask for the same.
  const judged = new Map<boolean, readonly JudgedChain[]>();
  return {
    linked,
    collector,
    judge(hasCalls) {
      const touched = { ...input, touches: hasCalls ? collector.log : undefined };
      const chains = judged.get(hasCalls) ?? judge(chainFacts(slots, touched), touched);
      judged.set(hasCalls, chains);
      return chains;
    },
  };
}
