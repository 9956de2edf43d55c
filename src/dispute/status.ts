import { forTerminal as clean } from '../report/escape.ts';
import { grid } from '../report/grid.ts';
import { plural, sum, withCommas } from '../report/phrases.ts';
import type { PlainDate } from '../sow/dates.ts';
import { ageOf, type Register, STATES, standingOf } from './register.ts';

/** Where each dispute stands on a day: oldest first, then what each state comes to. */
export function statusText(
  { disputes }: Register,
  on: PlainDate,
  width: number,
  faint: (text: string) => string,
): string {
  if (!disputes.length) return 'nothing was disputed yet\n';
  const inOrder = [...disputes].sort((a, b) => ageOf(b, on) - ageOf(a, on));
  const rows = inOrder.map((each) => {
    const { state, on: since, amount, note } = standingOf(each);
    const age = `${ageOf(each, on)} d`;
    const said = [amount === null ? '' : withCommas(amount), note === null ? '' : clean(note)]
      .filter(Boolean)
      .join(', ');
    return [
      clean(each.id),
      state,
      since,
      age,
      withCommas(each.disputed),
      `${clean(each.reason)}${said ? `; ${said}` : ''}`,
    ];
  });
  const head = ['dispute', 'state', 'since', 'age', 'disputed', 'about'];
  const totals = STATES.flatMap((state) => {
    const own = disputes.filter((each) => standingOf(each).state === state);
    if (!own.length) return [];
    const text = `${state} ${plural(own.length, 'line')}, ${withCommas(sum(own.map((each) => each.disputed)))}`;
    // What is settled for is a part of it.
    const agreed = own.flatMap((each) => standingOf(each).amount ?? []);
    return [state === 'settled' ? `${text}, ${withCommas(sum(agreed))} of it to pay` : text];
  });
  return `${grid(width, faint, head, [14, 9, 10, 6, 12, 0], rows, [3, 4])}\n${totals.join('; ')}\n`;
}

/** The day of the newest event. */
export const lastDay = ({ disputes }: Register): PlainDate | undefined =>
  disputes
    .flatMap(({ events }) => events.map((event) => event.on))
    .sort()
    .at(-1);
