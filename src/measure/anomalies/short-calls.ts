import { groupBy } from '../../link/grouped.ts';
import { plural, withCommas } from '../../problems/sentence.ts';
import { DAY_MS, dateOfWall, wallOfDate } from '../../sow/dates.ts';
import { againstOthers, FAR, RARE } from './against-others.ts';
import { ByAgent, type CallFold, defineAnomaly, FirstRows, isHuman, percent, spoken, type Trial } from './anomaly.ts';
import { ANY, RowColumns, SMALL } from './row-columns.ts';

const SHORT = 10;
const LEAST_CALLS = 50;
/** As many short connections to one number on one day are no chance. */
const REPEATS = 5;

export const shortCalls = defineAnomaly({
  id: 'A18',
  title: 'Ghost calls and hang-ups that count as connects',
  does: `The share of an agent's connected calls with less than ${SHORT} s of talk against the rest of the floor, Fisher's exact test, from ${LEAST_CALLS} on, a signal from ${FAR} times their share on with p below ${RARE}; and ${REPEATS} or more such calls to one number on one day.`,
  caution: 'Bad lists connect to people who hang up; then all agents have them.',
  needs: ['calls'],
  calls: (): CallFold => {
    const agents = new ByAgent(() => ({ calls: 0, short: new FirstRows(), dialed: new RowColumns(ANY, SMALL) }));
    return {
      add(call, day) {
        const talk = spoken(call);
        if (!isHuman(call) || talk === undefined) return;
        const own = agents.of(call.agent);
        own.calls++;
        if (talk >= SHORT) return;
        own.short.add(call.row);
        if (call.phone !== undefined) own.dialed.add(call.row, Number(call.phone), wallOfDate(day) / DAY_MS);
      },
      trials: () => {
        const all = agents.entries();
        const rows = new Map(all.map(([subject, { short }]) => [subject, short.rows]));
        const counts = all.map(([subject, { calls, short }]) => ({ subject, count: short.count, n: calls }));
        return [
          ...againstOthers(counts, LEAST_CALLS, 'upper').map(
            ({ subject, count, n, rate, others, p }): Trial => ({
              subject,
              n,
              statistic: rate,
              threshold: others,
              p,
              isOver: rate >= FAR * others && p < RARE,
              says: `less than ${SHORT} s of talk: ${withCommas(count)} of ${plural(n, 'connected call')} (${percent(rate)}); of the others' calls ${percent(others)}`,
              rows: rows.get(subject) ?? [],
            }),
          ),
          ...all.flatMap(([agent, { dialed }]) => repeatsOf(agent, dialed)),
        ];
      },
    };
  },
});

/** Numbers that an agent connected to again and again on one day, in order of number and day. */
function repeatsOf(agent: string, dialed: RowColumns): Trial[] {
  const [phones, days] = [dialed.values(0), dialed.values(1)];
  const often = repeated(phones);
  const places = [...phones.keys()].filter((at) => often.has(phones[at] ?? 0));
  return groupBy(places, (at) => `${phones[at]} ${days[at]}`)
    .filter((alike) => alike.length >= REPEATS)
    .map((alike): Trial => {
      const [phone = 0, day = 0] = [phones[alike[0] ?? 0], days[alike[0] ?? 0]];
      const rows = new FirstRows();
      for (const at of alike) rows.add(dialed.row(at));
      return {
        subject: `${agent}, +${phone} on ${dateOfWall(day * DAY_MS)}`,
        n: rows.count,
        statistic: rows.count,
        threshold: REPEATS,
        isOver: true,
        says: `${plural(rows.count, 'connected call')} of less than ${SHORT} s to one number on one day`,
        rows: rows.rows,
      };
    })
    .sort((a, b) => (a.subject < b.subject ? -1 : 1));
}

/** Numbers that come so often that one day may have them again and again. */
function repeated(phones: Float64Array): Set<number> {
  const sorted = phones.slice().sort();
  return new Set(sorted.filter((phone, at) => sorted[at + REPEATS - 1] === phone));
}
