import { type Problem, problem } from '../problems/problem.ts';

export interface Decoded {
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** Bytes to text: byte order mark, UTF-16 by its NUL bytes, strict UTF-8, else Windows-1252; anything but UTF-8 is told. */
export function decode(bytes: Uint8Array, file: string): Decoded {
  const encoding = sniff(bytes);
  const told = (name: string): Problem[] => [problem('decoded_as', { file }, { encoding: name })];
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return { text, problems: encoding === 'utf-8' ? [] : told(encoding.toUpperCase()) };
  } catch {
    if (encoding !== 'utf-8')
      return {
        text: '',
        problems: [problem('undecodable', { file }, { encoding: encoding.toUpperCase(), offset: 0 })],
      };
  }
  const undefinedByte = bytes.findIndex((byte) => UNDEFINED_1252.has(byte));
  if (undefinedByte >= 0) {
    return {
      text: '',
      problems: [problem('undecodable', { file }, { encoding: 'UTF-8 or Windows-1252', offset: undefinedByte })],
    };
  }
  return { text: new TextDecoder('windows-1252').decode(bytes), problems: told('Windows-1252') };
}

/** Bytes that Windows-1252 gives no letter. */
const UNDEFINED_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

function sniff(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 400);
  const zeros = [0, 0];
  for (const [i, byte] of head.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > head.length / 8 && even === 0) return 'utf-16le';
  if (even > head.length / 8 && odd === 0) return 'utf-16be';
  return 'utf-8';
}
