import type { SimulatedAlternative, SimulatedClaim } from './document.ts';

/** One part of the difference: a claim, or the price lines of a kind that no claim asks for. */
export interface Part {
  /** The claim's id, or the kind of the lines. */
  readonly id: string;
  readonly claim: SimulatedClaim | undefined;
  readonly now: string | undefined;
  readonly then: string | undefined;
  readonly difference: string;
  readonly effects: SimulatedClaim['effects'];
  readonly interaction: string;
}

/** Claims and what belongs to no claim, in one list that sums to the difference. */
export const partsOf = ({ claims, others }: SimulatedAlternative): Part[] => [
  ...claims.map((claim): Part => {
    const { id, now, then, difference, effects, interaction } = claim;
    return { id, claim, now: now?.supported, then: then?.supported, difference, effects, interaction };
  }),
  ...others.map(({ kind, ...other }): Part => ({ id: kind, claim: undefined, ...other })),
];
