import { VETOES, type VetoCode } from './identity/vetoes.ts';

/** Why two rows are linked, in doubt or not linked, beside the vetoes. */
const REASONS = {
  agrees: 'the fields agree, and nobody else comes near',
  rivals: 'somebody or something else fits as well',
  too_weak: 'too little agrees to be sure',
  other_person: 'the nearest is somebody else',
  nobody_alike: 'nobody shares an address, a number, a name or a name at the firm',
  other_time: 'the person or the id is known, at another time',
  unknown_meeting_id: 'no row of the vendor has this id',
  no_match: 'no slot has this person at this time',
  named: 'the line of the invoice names the person, or a firm of whom one is billed',
  as_many: 'as many lines of the invoice name them as there are: which of them bills whom changes nothing',
  decided: 'a person decided it (`leadaudit review`)',
} as const;

export type LinkReason = keyof typeof REASONS | VetoCode;

/** What each reason says. */
export const LINK_REASONS: Readonly<Record<LinkReason, string>> = {
  ...REASONS,
  ...(Object.fromEntries(Object.entries(VETOES).map(([code, { says }]) => [code, says])) as Record<VetoCode, string>),
};
