import { DISPUTED } from '../model.ts';
import type { DocumentClaim } from './document.ts';

type Standing = Pick<DocumentClaim, 'outcome' | 'claimed' | 'cleared' | 'adjusts'>;

/** Whether the client disputes a claim of the period: not what is cleared, nor what a closed period is adjusted for, nor money that the vendor gives back of its own accord. */
export const isDisputed = (c: Standing): boolean =>
  DISPUTED.has(c.outcome) && !isStrayCredit(c) && !c.cleared && c.adjusts === null;

const isStrayCredit = ({ outcome, claimed }: Standing): boolean =>
  (outcome === 'unknown_claim' || outcome === 'duplicate_claim') && claimed.startsWith('-');

/** Whether a claim is one of the period, and not of a closed one. */
export const isOwn = (c: Pick<DocumentClaim, 'adjusts'>): boolean => c.adjusts === null;
