import type { SourceName } from '../model.ts';
import { CLIENT_WORDS } from './header-words-client.ts';
import { VENDOR_WORDS } from './header-words-vendor.ts';

/** A field, and headers that mean it: English ones beside its aliases, German, French, Spanish. */
export type Row = readonly [field: string, en: string, de: string, fr: string, es: string];
export type HeaderWords = Readonly<Partial<Record<SourceName, readonly Row[]>>>;

/** Headers that mean a field, by source. What they say is a guess, and stands in the entry to be checked; names that are read without a word are the aliases of the source table. */
export const HEADER_WORDS: HeaderWords = { ...VENDOR_WORDS, ...CLIENT_WORDS };
