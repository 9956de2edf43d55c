import type { Candidate } from './draw.ts';

/** One thing to be reviewed, with what a reviewer needs: whom to call, what to listen to, what is claimed, and what the SOW asks. */
export interface Item extends Candidate {
  readonly contact: string | null;
  readonly company: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly agent: string | null;
  readonly meeting: string | null;
  /** ISO 8601, contract zone. */
  readonly at: string | null;
  readonly recordings: readonly string[];
  /** What the vendor says of it. */
  readonly stated: string;
  /** What the review looks for. */
  readonly lookFor: string;
}

/** What belongs to the period and is not drawn from, and why. */
export interface LeftOut {
  readonly why: string;
  readonly items: number;
}

/** What a sample is drawn from. */
export const POPULATIONS = {
  leads: {
    title: 'leads that are billed',
    one: 'lead',
    what: 'claims of the period for a lead that the audit supports or leaves open, with the money that it supports, or that is open. What is disputed already needs no sample',
    id: 'the id of the claim',
  },
  recordings: {
    title: 'recordings of conversations',
    one: 'conversation',
    what: 'calls of the period with the disposition `conversation`, whether a recording is named or not; they have no money',
    id: 'the id of the call, else a hash of agent, phone and start',
  },
} as const;
export type PopulationName = keyof typeof POPULATIONS;
