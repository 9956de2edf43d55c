import { randomBytes } from 'node:crypto';
import { link, open, rename, rm, writeFile } from 'node:fs/promises';
import { type Content, piecesOf } from '../report/renderers.ts';

/** Puts a file that is whole in its place: over what is there, or only where nothing is (an error of code EEXIST). */
const PUT = { replace: rename, 'never replace': link };

/** Writes a file beside its place first: a crash leaves the old state or the new one, never a part. It may hold names of people: 0600. */
export async function writeWhole(path: string, content: Content, how: keyof typeof PUT): Promise<void> {
  const temporary = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await writeFile(file, piecesOf(content));
      await file.sync();
    } finally {
      await file.close();
    }
    await PUT[how](temporary, path);
  } finally {
    await rm(temporary, { force: true }).catch(() => {});
  }
}
