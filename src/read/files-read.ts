import type { Stats } from 'node:fs';

/** Files that were read, by what they are and not by how a path writes them. */
const read = new Set<string>();
const keyOf = ({ dev, ino }: Stats): string => `${dev} ${ino}`;

/** Keeps in mind that a file was read: no result may take its place. */
export function rememberRead(file: Stats): void {
  if (file.isFile()) read.add(keyOf(file));
}

/** Whether a result rests on this file. */
export const wasRead = (file: Stats): boolean => read.has(keyOf(file));
