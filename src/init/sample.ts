import type { Inspection } from '../inspect/inspect.ts';
import { currenciesIn } from '../inspect/money.ts';
import type { CONFIGURED_SOURCES } from '../model.ts';
import { PRESETS } from '../read/presets/table.ts';

/** A file of the sample drop: what it is, and which entry of its source it becomes. */
export interface Sample {
  readonly source: (typeof CONFIGURED_SOURCES)[number] | 'named';
  /** Its place in the list of the source, from 0. */
  readonly n: number;
  /** As the rules file names it. */
  readonly file: string;
  readonly inspection: Inspection;
}

/** The most frequent values of a field in the files of a source. */
const frequentIn = (samples: readonly Sample[], source: Sample['source'], field: string): string[] =>
  samples
    .filter((sample) => sample.source === source)
    .flatMap(({ inspection }) => inspection.columns.find((c) => c.field === field)?.samples ?? []);

/** The prices of one lead that invoices bill most. */
export const pricesIn = (samples: readonly Sample[]): string[] =>
  samples.flatMap(({ inspection }) => inspection.prices);

/** The domain of the people whom conference logs name most, where it is one: prospects come once, hosts every day. */
export function hostsIn(samples: readonly Sample[]): string | undefined {
  const people = frequentIn(samples, 'attendance', 'email');
  const domains = new Set(people.map((address) => address.toLowerCase().split('@')[1]));
  return people.length > 1 && domains.size === 1 ? [...domains][0] : undefined;
}

/** The currency in which all amounts of the vendor's files are written, where signs and codes leave one alone. */
export function currencyIn(samples: readonly Sample[]): string | undefined {
  const money = samples.flatMap(({ source, inspection }) => (VENDORS.has(source) ? inspection.money : []));
  const [currency, ...others] = currenciesIn(money);
  return others.length ? undefined : currency;
}
const VENDORS: ReadonlySet<Sample['source']> = new Set(['invoice', 'meetings']);

/** The fields that the files of a source have columns for, or their preset derives. */
export const fieldsIn = (samples: readonly Sample[], of: Sample['source']): ReadonlySet<string> =>
  new Set(
    samples
      .filter(({ source }) => source === of)
      .flatMap(({ inspection: { columns, recognized } }) => [
        ...columns.flatMap((c) => c.field ?? []),
        ...(PRESETS[recognized.preset].derives ?? []),
      ]),
  );
