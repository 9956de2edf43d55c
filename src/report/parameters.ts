import { z } from 'zod';
import { peel, spell } from '../sow/defaults.ts';
import { EXPECTED } from '../sow/scalars.ts';

/** One key of a block of the rules file, as its schema describes it. */
export interface Parameter {
  readonly name: string;
  readonly type: string;
  /** What holds where the key is absent; undefined where nothing does. */
  readonly fallback: string | undefined;
  readonly isNeeded: boolean;
  readonly meaning: string;
}

/** Every key of a block, those of inner blocks by their path. */
export function parametersOf(schema: z.ZodType, path = ''): Parameter[] {
  const { schema: inner, given, isOptional, description } = peel(schema);
  if (inner instanceof z.ZodObject && (!path || Object.keys(inner.shape).length))
    return Object.entries(inner.shape).flatMap(([key, member]) =>
      parametersOf(member as z.ZodType, path ? `${path}.${key}` : key),
    );
  const fallback = given === undefined ? undefined : spell(given);
  const isNeeded = !isOptional && given === undefined;
  const own: Parameter = { name: path, type: typeOf(inner), fallback, isNeeded, meaning: description ?? '' };
  return [own, ...conditionsOf(inner, path)];
}

/** What can be said of a field in criteria. */
function conditionsOf(schema: z.ZodType, path: string): Parameter[] {
  if (!(schema instanceof z.ZodLazy)) return [];
  const tree = schema.unwrap();
  const member = tree instanceof z.ZodPipe ? tree.in : tree;
  const each = member instanceof z.ZodObject ? member.def.catchall : undefined;
  const block = each instanceof z.ZodUnion ? each.options.find((option) => option instanceof z.ZodObject) : undefined;
  return block ? parametersOf(block as z.ZodType, `${path}.FIELD`) : [];
}

/** The kind of value in a few words. */
function typeOf(schema: z.ZodType): string {
  const { schema: inner } = peel(schema);
  const expected = EXPECTED.get(inner as z.ZodPipe)?.expected;
  if (expected !== undefined) return expected.replace(/,? such as .*$/, '');
  if (inner instanceof z.ZodEnum) return inner.options.join(' | ');
  if (inner instanceof z.ZodLiteral) return [...inner.values].join(' | ');
  if (inner instanceof z.ZodArray) return `a list of: ${typeOf(inner.element as z.ZodType)}`;
  if (inner instanceof z.ZodUnion) return inner.options.map((option) => typeOf(option as z.ZodType)).join(' | ');
  if (inner instanceof z.ZodLazy) return 'conditions by field';
  if (inner instanceof z.ZodObject) {
    const members = Object.entries(inner.shape).map(([key, member]) => `${key}: ${typeOf(member as z.ZodType)}`);
    return members.length ? `{ ${members.join(', ')} }` : '{}';
  }
  return 'a value';
}
