import type { SowFile } from './schema.ts';
import type { Sow } from './sow.ts';

type Entry = NonNullable<SowFile['sources']['calls']>[number];

/** Calls that stay in a warehouse: the file with what was computed there, and the table. */
type Warehouse = Entry & { readonly aggregates: string; readonly table?: string };

/** The entry of `sources.calls` whose figures a warehouse computes; undefined where calls are rows. */
export const warehouseOf = ({ sources }: Sow): Warehouse | undefined => sources.calls?.find(isWarehouse);

const isWarehouse = (entry: Entry): entry is Warehouse => 'aggregates' in entry && typeof entry.aggregates === 'string';
