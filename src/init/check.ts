import { lintDocumentOf } from '../report/lint/document.ts';
import { loadSow, type ReadNamed } from '../sow/load.ts';

/** Why what would be written is not sound, or would not lint clean. */
export interface Objection {
  readonly message: string;
  readonly help: string;
}

/** Holds a text against the schema and the checks of `lint`: nothing that either objects to is ever written. */
export function objectionsTo(text: string, file: string, readNamed: ReadNamed): Objection[] {
  const { results } = lintDocumentOf({ file, ...loadSow(text, file, readNamed) }, 'warning');
  return results.filter(({ severity }) => severity !== 'info').map(({ message, help }) => ({ message, help }));
}
