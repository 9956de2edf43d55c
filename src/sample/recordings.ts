import { createHash } from 'node:crypto';
import type { Instant } from '../model.ts';
import type { Call, Recording } from '../read/records.ts';
import { isIn, type Period } from '../sow/period.ts';
import type { Zone } from '../sow/zone.ts';
import { Draw, type Pool } from './draw.ts';
import type { Item } from './item.ts';

type Conversation = Call & { readonly id: string; readonly amount: undefined };

/** The conversations of a period, drawn while the call log streams past: of a long log only the first of the draw are held. */
export class Conversations {
  readonly #draw: Draw<Conversation>;
  readonly #isOfPeriod: (at: Instant) => boolean;

  constructor(seed: string, most: number, period: Period, asOf: Instant, zone: Zone) {
    this.#draw = new Draw(seed, most, (a, b) => placeOf(a) - placeOf(b) || a.row.n - b.row.n);
    this.#isOfPeriod = (at) => at <= asOf && isIn(period, zone.dateAt(at));
  }

  add(calls: readonly Call[]): void {
    for (const call of calls) {
      const { id, started_at: at, disposition, agent, phone } = call;
      if (disposition !== 'conversation' || at === undefined || !this.#isOfPeriod(at)) continue;
      const name = id ?? namedBy(agent, phone, at);
      this.#draw.add({ ...call, id: name, amount: undefined });
    }
  }

  /** An id that stands twice is told apart by a number. */
  pool(recordings: readonly Recording[], zone: Zone): Pool<Item> {
    const { ranked, ...rest } = this.#draw.pool(undefined);
    const files = new Map(
      recordings.flatMap(({ call_id, file }) => (call_id && file ? [[call_id, file] as const] : [])),
    );
    const seen = new Map<string, number>();
    return {
      ...rest,
      ranked: ranked.map(({ item, hash }) => {
        const times = (seen.get(item.id) ?? 0) + 1;
        seen.set(item.id, times);
        const own = { ...itemOf(item, zone, files.get(item.id)), id: times === 1 ? item.id : `${item.id}#${times}` };
        return { item: own, hash };
      }),
    };
  }
}

/** A call without an id, by what tells it apart; the name gives nobody away. */
function namedBy(agent: string | undefined, phone: string | undefined, at: Instant): string {
  const text = JSON.stringify([agent ?? '', phone ?? '', new Date(at).toISOString()]);
  return `C${createHash('sha256').update(text).digest('hex').slice(0, 12)}`;
}

const placeOf = ({ started_at = 0 }: Call): number => started_at;

const itemOf = (call: Conversation, zone: Zone, file: string | undefined): Item => ({
  id: call.id,
  amount: undefined,
  contact: call.contact_name ?? null,
  company: call.company ?? null,
  email: call.email ?? null,
  phone: call.phone ?? null,
  agent: call.agent ?? null,
  meeting: null,
  at: call.started_at === undefined ? null : zone.format(call.started_at),
  recordings: [call.recording, file].flatMap((name) => name ?? []),
  stated: [
    ...(call.talk === undefined ? [] : [`talk: ${call.talk} s`]),
    ...(call.campaign === undefined ? [] : [`campaign: ${call.campaign}`]),
    ...(call.reason === undefined ? [] : [`reason: ${call.reason}`]),
  ].join('; '),
  lookFor: 'a conversation with a person, as the call log says',
});
