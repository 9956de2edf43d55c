import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { rememberRead } from './files-read.ts';
import type { Fill } from './scan/scanner.ts';
import { temporaryPath } from './temporary.ts';

/** A compressed file may grow to this many bytes, and beyond the first 16 MiB to this many times its size. */
const INFLATED_LIMIT = 16 * 2 ** 30;
const RATIO_LIMIT = 250;
const RATIO_FROM = 16 * 2 ** 20;
const CHUNK = 1 << 18;

/** The bytes of a file, unpacked where it is compressed. Each reading begins anew at its first byte. */
export interface Input {
  read(): { readonly fill: Fill };
  /** How many of its bytes were read, of how many. */
  progress(): { readonly bytes: number; readonly size: number };
  /** SHA-256 of the file as it is stored, once a reading came to its end. */
  sha256(): string;
  close(): Promise<void>;
}

/** Standard input comes once: what came is kept until the process ends, for every audit that reads it. */
let spooled: Promise<FileHandle> | undefined;

/** Opens a file, or standard input for `-`, which is kept in a temporary file so that it can be read again. Throws what the disk throws. */
export async function openInput(path: string): Promise<Input> {
  if (path === '-') spooled ??= spool(process.stdin);
  const handle = path === '-' && spooled ? await spooled : await open(path);
  const stats = await handle.stat();
  if (path !== '-' && stats.isDirectory()) {
    await handle.close();
    throw Object.assign(new Error('is a directory'), { code: 'EISDIR' });
  }
  rememberRead(stats);
  const { size } = stats;
  let digest = '';
  let bytes = 0;
  const head = Buffer.alloc(2);
  const { bytesRead } = await handle.read(head, 0, 2, 0);
  const isGzip = bytesRead === 2 && head[0] === 0x1f && head[1] === 0x8b;
  return {
    read: () => {
      bytes = 0;
      const plain = fromHandle(handle, (hash) => {
        digest = hash.digest('hex');
      });
      const counted: Fill = async (into) => {
        const got = await plain(into);
        bytes += got;
        return got;
      };
      return { fill: isGzip ? gunzip(counted) : counted };
    },
    progress: () => ({ bytes, size }),
    sha256: () => digest,
    close: async () => {
      if (path !== '-') await handle.close();
    },
  };
}

/** Bytes at hand, as a file is read. */
export function fillFrom(bytes: Uint8Array): Fill {
  let at = 0;
  return async (into) => {
    const got = Math.min(into.length, bytes.length - at);
    into.set(bytes.subarray(at, at + got));
    at += got;
    return got;
  };
}

/** A text whose first bytes were looked at: they come again, then the rest. */
export function behind(head: Uint8Array, rest: Fill): Fill {
  const first = fillFrom(head);
  let isRead = false;
  return async (into) => {
    const got = isRead ? 0 : await first(into);
    if (got > 0) return got;
    isRead = true;
    return rest(into);
  };
}

/** All bytes that are left, up to `limit`. */
export async function readAll(fill: Fill, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for (let size = 0; size < limit; ) {
    const chunk = Buffer.allocUnsafe(Math.min(CHUNK, limit - size));
    const got = await fill(chunk);
    if (got === 0) break;
    chunks.push(chunk.subarray(0, got));
    size += got;
  }
  return Buffer.concat(chunks);
}

function fromHandle(handle: FileHandle, done: (hash: Hash) => void): Fill {
  const hash = createHash('sha256');
  let position = 0;
  let isDone = false;
  return async (into) => {
    if (isDone || into.length === 0) return 0;
    const { bytesRead } = await handle.read(into, 0, into.length, position);
    position += bytesRead;
    if (bytesRead > 0) hash.update(into.subarray(0, bytesRead));
    else {
      isDone = true;
      done(hash);
    }
    return bytesRead;
  };
}

/** A temporary file without a name: it is gone when the process is. */
async function spool(from: AsyncIterable<unknown>): Promise<FileHandle> {
  const path = temporaryPath();
  const handle = await open(path, 'wx+', 0o600);
  await unlink(path);
  for await (const chunk of from) await handle.write(chunk as Buffer);
  return handle;
}

function gunzip(fill: Fill): Fill {
  let packed = 0;
  const stream = createGunzip();
  const feed = async (): Promise<void> => {
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK);
      const got = await fill(chunk);
      if (got === 0) break;
      packed += got;
      if (!stream.write(chunk.subarray(0, got))) await new Promise((resolve) => stream.once('drain', resolve));
    }
    stream.end();
  };
  let isFed = false;
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let rest: Buffer = Buffer.alloc(0);
  let unpacked = 0;
  return async (into) => {
    if (!isFed) {
      isFed = true;
      void feed().catch((error: Error) => stream.destroy(error));
    }
    if (rest.length === 0) {
      const { value, done } = await chunks.next();
      if (done) return 0;
      rest = value;
      unpacked += rest.length;
      if (unpacked > INFLATED_LIMIT || (unpacked > RATIO_FROM && unpacked > packed * RATIO_LIMIT)) {
        stream.destroy();
        throw Object.assign(new Error(`unpacks to more than ${RATIO_LIMIT} times its size`), {
          code: 'too large when unpacked',
        });
      }
    }
    const got = Math.min(into.length, rest.length);
    into.set(rest.subarray(0, got));
    rest = rest.subarray(got);
    return got;
  };
}
