import { z } from 'zod';
import { startsOf } from '../judge/acceptance.ts';
import type { SowFile } from './schema.ts';
import type { Assumption } from './sow.ts';
import { valueAt, type YamlValue } from './yaml.ts';

/** The defaults in force: keys of applied blocks that the file leaves out and the schema fills in. */
export function defaultsTaken(schema: z.ZodType, value: YamlValue | undefined, path = ''): Assumption[] {
  const inner = peel(schema);
  if (inner.given !== undefined && value === undefined && !(inner.schema instanceof z.ZodObject)) {
    return [{ key: path, value: spell(inner.given) }];
  }
  if (value === undefined && inner.given === undefined) return [];
  if (inner.schema instanceof z.ZodObject) {
    return Object.entries(inner.schema.shape).flatMap(([key, member]) =>
      SILENT.has(path ? `${path}.${key}` : key)
        ? []
        : defaultsTaken(member as z.ZodType, child(value, key), path ? `${path}.${key}` : key),
    );
  }
  return [];
}

type Decided = Pick<SowFile, 'sow' | 'rules' | 'fees'>;
/** Defaults that another key decides, or that are no value of their key; undefined where the block is not applied. */
const DECIDED_BY_OTHERS: Readonly<Record<string, (file: Decided) => string | undefined>> = {
  'rules.billable.recognized': ({ rules }) => rules.billable?.event,
  'rules.acceptance.starts': ({ rules }) => rules.acceptance && startsOf(rules),
  'rules.acceptance.reasons': ({ rules }) => rules.acceptance && 'any',
  'rules.termination.after_hours': ({ sow, rules }) =>
    rules.termination && (sow.business_hours ? 'next_business_day' : 'same'),
  'fees.hours.round': ({ fees }) => fees.hours && 'none',
};

/** The other defaults in force. */
export const defaultsDecided = (file: Decided, value: YamlValue): Assumption[] =>
  Object.entries(DECIDED_BY_OTHERS).flatMap(([key, decided]) => {
    const given = decided(file);
    return given === undefined || valueAt(value, key.split('.')) !== undefined ? [] : [{ key, value: given }];
  });

/** Lists that are empty by default, and blocks whose members speak for themselves, are no assumptions. */
const SILENT = new Set([
  'sources',
  'metrics',
  'amendments',
  'checks',
  'sow.client_domains',
  'sow.vendor_domains',
  'matching.free_mail',
  'matching.titles',
  'fees.rates.effective',
]);

function child(value: YamlValue | undefined, key: string): YamlValue | undefined {
  return typeof value === 'object' && !Array.isArray(value) ? value[key] : undefined;
}

/** A schema below its defaults and options, with what these layers say. */
export interface Peeled {
  readonly schema: z.ZodType;
  /** The default, as the file would give it. */
  readonly given: unknown;
  readonly isOptional: boolean;
  readonly description: string | undefined;
}

export function peel(schema: z.ZodType): Peeled {
  let at = schema;
  let given: unknown;
  let isOptional = false;
  let description = schema.description;
  for (;;) {
    if (at instanceof z.ZodDefault || at instanceof z.ZodPrefault) given = at.def.defaultValue;
    else if (at instanceof z.ZodOptional) isOptional = true;
    // What a block becomes when it is read is no matter here.
    else
      return {
        schema: at instanceof z.ZodPipe && at.in instanceof z.ZodObject ? at.in : at,
        given,
        isOptional,
        description,
      };
    at = at.def.innerType as z.ZodType;
    description ??= at.description;
  }
}

export const spell = (given: unknown): string =>
  Array.isArray(given) ? (given.length ? given.join(', ') : 'none') : String(given);
