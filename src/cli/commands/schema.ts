import { nearest } from '../../problems/nearest.ts';
import { problem } from '../../problems/problem.ts';
import { SCHEMAS, type SchemaName, schemaText } from '../../report/schemas.ts';
import { deliver } from '../output.ts';
import type { Terminal } from '../terminal.ts';

/** Prints a JSON Schema. */
export async function schema(name: string, options: { readonly output?: string }, terminal: Terminal): Promise<void> {
  if (!Object.hasOwn(SCHEMAS, name)) {
    const near = nearest(name, Object.keys(SCHEMAS));
    const args = {
      flag: 'schema',
      reason: `"${name}" is no schema${near === undefined ? '' : `; did you mean "${near}"?`}`,
      expected: `expected ${Object.keys(SCHEMAS).join(' or ')}`,
    };
    terminal.problems([problem('bad_argument', { file: 'command line' }, args)]);
    process.exitCode = 2;
    return;
  }
  const isDelivered = await deliver(schemaText(name as SchemaName), options.output, `${name}.schema.json`, terminal);
  if (!isDelivered) process.exitCode = 2;
}
