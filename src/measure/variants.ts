import type { SlotOutcome } from '../model.ts';
import type { Criteria } from '../sow/criteria.ts';
import { NOT_MATURED } from './catalogue.ts';
import type { MetricRow } from './metric-row.ts';

/** Another way in which a metric is commonly computed (reference/domain.md section 5, "why two parties differ"). */
export interface Variant {
  /** What it does, for "their 90 % = ...". */
  readonly says: string;
  readonly count?: Criteria;
  readonly per?: Criteria;
  /** What the count is divided by in place of rows of its own kind: a metric of the catalogue by its id, or one in itself. */
  readonly over?: string | MetricRow;
}

const outcome = (...words: readonly SlotOutcome[]): Criteria => ({ outcome: { in: [...words] } });
const disposition = (...words: readonly string[]): Criteria => ({ disposition: { in: [...words] } });
const MOVED: readonly SlotOutcome[] = ['client_moved', 'client_late', 'prospect_moved', 'prospect_moved_late'];
const CLIENT: readonly SlotOutcome[] = ['client_moved', 'client_late'];

/** Chains in the month of their last slot, however often that was moved. */
const CHAINS: MetricRow = {
  title: 'Opportunities',
  formula: 'chains whose last slot lies in the period',
  unit: 'count',
  of: 'chains',
  belongs: 'scheduled',
  tolerance: { kind: 'exact' },
  aliases: [],
};

const NUMERATORS: readonly Variant[] = [
  { says: 'held', count: outcome('held') },
  { says: 'held + moved', count: outcome('held', ...MOVED) },
  { says: 'held + moved by the prospect', count: outcome('held', 'prospect_moved', 'prospect_moved_late') },
  { says: 'held + moved by the client', count: outcome('held', ...CLIENT) },
  { says: 'held + still to come', count: outcome('held', 'future') },
  { says: 'held + short', count: outcome('held', 'short', 'short_client') },
];
const DENOMINATORS: readonly Variant[] = [
  { says: 'matured slots', per: { outcome: { not: [...NOT_MATURED] } } },
  { says: 'all slots', per: {} },
  { says: 'slots that are past', per: { outcome: { not: ['future'] } } },
  { says: "slots that are past, without the client's moves", per: { outcome: { not: ['future', ...CLIENT] } } },
  { says: 'slots that are past, without all moves', per: { outcome: { not: ['future', ...MOVED] } } },
  { says: 'chains', over: CHAINS },
];

/** The variants of a metric of the catalogue. */
export const VARIANTS: Readonly<Record<string, readonly Variant[]>> = {
  show_rate: NUMERATORS.flatMap((n) => DENOMINATORS.map((d) => ({ ...n, ...d, says: `${n.says} over ${d.says}` }))),
  meetings_held: NUMERATORS.slice(1).map(({ says, count }) => ({ says, count: count ?? {} })),
  connect_rate: [
    { says: 'persons and voicemails over dials', count: disposition('conversation', 'human', 'voicemail') },
    { says: 'conversations over dials', count: disposition('conversation') },
    {
      says: 'persons over dials that went through',
      per: { direction: { in: ['outbound'] }, disposition: { not: ['failed', 'busy'] } },
    },
  ],
  right_party_rate: [
    { says: 'every person who answered over dials', count: disposition('conversation', 'human') },
    { says: 'conversations over contacts attempted', over: 'contacts_attempted' },
  ],
  outbound_abandonment: [{ says: 'over all dials', per: { direction: { in: ['outbound'] } } }],
  inbound_abandonment: [
    { says: 'with all who gave up at once', per: { direction: { in: ['inbound'] } } },
    {
      says: 'calls abandoned in the queue alone over all callers',
      count: disposition('abandoned'),
      per: { direction: { in: ['inbound'] } },
    },
  ],
  dials: [
    { says: 'calls in both directions', count: {} },
    {
      says: 'outbound calls that went through',
      count: { direction: { in: ['outbound'] }, disposition: { not: ['failed'] } },
    },
  ],
  conversations: [
    { says: 'every person who answered', count: disposition('conversation', 'human') },
    ...[10, 20, 30, 45, 60, 90, 120].map((seconds) => ({
      says: `calls with ${seconds} s of talk or more`,
      count: { talk: { min: seconds } },
    })),
  ],
};
