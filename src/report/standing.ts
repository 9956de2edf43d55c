import { DISPUTED } from '../model.ts';
import type { DocumentClaim } from './document.ts';

type Standing = Pick<DocumentClaim, 'outcome' | 'cleared' | 'adjusts'>;

/** Whether the client disputes a claim of the period: not what is cleared, nor what a closed period is adjusted for. */
export const isDisputed = (c: Standing): boolean => DISPUTED.has(c.outcome) && !c.cleared && c.adjusts === null;

/** Whether a claim is one of the period, and not of a closed one. */
export const isOwn = (c: Pick<DocumentClaim, 'adjusts'>): boolean => c.adjusts === null;
