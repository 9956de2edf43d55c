import { row } from './row.ts';

/** What can be wrong with the register of disputes and with an answer to them. */
export const DISPUTE_PROBLEMS = {
  disputes_broken: row({
    effect: 'stop',
    title: 'The register of disputes cannot be read',
    message: '{reason}',
    why: 'What was disputed, and when, decides whether money can still be withheld.',
    help: 'take the file from a backup; it is written whole or not at all, so somebody else changed it',
  }),
  dispute_stands: row({
    effect: 'tell',
    title: 'A dispute stands otherwise than in the pack',
    message: '{dispute} {what}',
    why: 'What the register says of a dispute and what the vendor was asked for are two things then.',
    help: '[{expected}]',
  }),
  bad_reply: row({
    effect: 'stop',
    title: 'An answer cannot be taken down',
    message: '{dispute}: {reason}',
    why: 'An answer that is half understood would settle what nobody settled; of a reply with a mistake nothing is written.',
    help: '[{expected}]',
  }),
};
