import type { InputFile } from '../read/records.ts';
import type { AuditParts } from './parts.ts';

/** The files that no closed period holds: what is to be told of the others was told in its own report. */
export function ownFiles({ records, closings }: Pick<AuditParts, 'records' | 'closings'>): readonly InputFile[] {
  const closed = new Set(closings.flatMap(({ facts, document }) => [...facts.files, ...document.inputs].map(keyOf)));
  return records.files.filter((file) => !closed.has(keyOf(file)));
}

const keyOf = ({ source, sha256 }: Pick<InputFile, 'source' | 'sha256'>): string => `${source} ${sha256}`;
