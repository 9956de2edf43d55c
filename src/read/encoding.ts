import { isUtf8 } from 'node:buffer';
import { type Problem, problem } from '../problems/problem.ts';
import type { Fill } from './scan/scanner.ts';

/** An encoding by its WHATWG name, and how many bytes of a mark stand before the text. */
export interface Encoding {
  readonly name: string;
  readonly mark: number;
}

/** Whether an encoding can be named in `encoding:`. */
export function isEncoding(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== '';
  } catch {
    return false;
  }
}

/** Bytes that Windows-1252 gives no letter. */
const UNDEFINED_1252: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
/** Signs that do not stand inside words: where they do, the text is of another code page (ż, ł, ą of 1250 are ¿, ³, ¹). */
const SIGNS_1252 = /[A-Za-z][\xa5\xb3\xb9\xbf\xa3\xaf\x8c\x9c\x9f\xbc\xbe][a-z]/;
const WINDOW = 1 << 20;

/**
 * Tells the encoding from the first bytes: byte order mark, UTF-16 by its NUL bytes, strict UTF-8, else Windows-1252.
 * `declared` overrules all but a mark. Anything but UTF-8 is told; bytes of two encodings, and bytes of a code page that
 * cannot be told from Windows-1252, stop the file.
 */
export function sniff(
  head: Uint8Array,
  file: string,
  declared: string | undefined,
): { readonly encoding: Encoding; readonly problems: readonly Problem[] } {
  const window = head.subarray(0, WINDOW);
  const as = (name: string, mark = 0) => ({
    encoding: { name, mark },
    problems: name === 'utf-8' ? [] : [problem('decoded_as', { file }, { encoding: display(name) })],
  });
  if (window[0] === 0xef && window[1] === 0xbb && window[2] === 0xbf) return as('utf-8', 3);
  if (window[0] === 0xff && window[1] === 0xfe) return as('utf-16le', 2);
  if (window[0] === 0xfe && window[1] === 0xff) return as('utf-16be', 2);
  if (declared !== undefined) return as(new TextDecoder(declared).encoding);
  const wide = byNulBytes(window.subarray(0, 4000));
  if (wide) return as(wide);
  const whole = window.length < WINDOW ? window : window.subarray(0, wholeCharacters(window, window.length));
  if (isUtf8(whole)) return as('utf-8');
  const stop = (code: 'mixed_encoding' | 'undecodable', offset: number) => ({
    encoding: { name: 'windows-1252', mark: 0 },
    problems: [problem(code, { file, line: lineAt(window, offset) }, { encoding: 'UTF-8 or Windows-1252', offset })],
  });
  const { wrong, multi } = surveyUtf8(whole);
  if (multi > 0) return stop('mixed_encoding', wrong);
  const undefinedByte = window.findIndex((byte) => UNDEFINED_1252.has(byte));
  if (undefinedByte >= 0) return stop('undecodable', undefinedByte);
  const text = Buffer.from(window).toString('latin1');
  const letters = text.match(/[A-Za-z]/g)?.length ?? 0;
  const high = text.match(/[\x80-\xff]/g)?.length ?? 0;
  if (high > letters * 0.4 || SIGNS_1252.test(text)) return stop('undecodable', wrong);
  return as('windows-1252');
}

const display = (name: string): string => (name === 'windows-1252' ? 'Windows-1252' : name.toUpperCase());

/** UTF-16 without a mark: Latin text has every second byte NUL. */
function byNulBytes(head: Uint8Array): string | undefined {
  let even = 0;
  let odd = 0;
  for (const [at, byte] of head.entries()) if (byte === 0) at % 2 ? odd++ : even++;
  if (odd > head.length / 8 && even < odd / 20) return 'utf-16le';
  return even > head.length / 8 && odd < even / 20 ? 'utf-16be' : undefined;
}

const lineAt = (bytes: Uint8Array, offset: number): number => {
  let line = 1;
  for (let at = 0; at < offset; at++) if (bytes[at] === 10) line++;
  return line;
};

/** The offset of the first byte that is no UTF-8, and how many characters of several bytes are well formed. */
function surveyUtf8(bytes: Uint8Array): { wrong: number; multi: number } {
  let wrong = -1;
  let multi = 0;
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0;
    const size =
      byte < 0x80
        ? 1
        : byte >= 0xc2 && byte < 0xe0
          ? 2
          : byte >= 0xe0 && byte < 0xf0
            ? 3
            : byte >= 0xf0 && byte < 0xf5
              ? 4
              : 0;
    if (size === 1) at++;
    else if (size > 1 && at + size <= bytes.length && isUtf8(bytes.subarray(at, at + size))) {
      multi++;
      at += size;
    } else {
      if (wrong < 0) wrong = at;
      at++;
    }
  }
  return { wrong, multi };
}

/** How many of the first `length` bytes are whole characters of UTF-8. */
function wholeCharacters(bytes: Uint8Array, length: number): number {
  for (let back = 1; back <= Math.min(3, length); back++) {
    const byte = bytes[length - back] ?? 0;
    if (byte < 0x80) return length;
    if (byte >= 0xc0)
      return byte >= 0xf0
        ? back < 4
          ? length - back
          : length
        : byte >= 0xe0
          ? back < 3
            ? length - back
            : length
          : back < 2
            ? length - back
            : length;
  }
  return length;
}

/** Decodes a small file whole; the text is empty where a problem stops it. */
export function decodeWhole(
  bytes: Uint8Array,
  file: string,
): { readonly text: string; readonly problems: readonly Problem[] } {
  const { encoding, problems } = sniff(bytes, file, undefined);
  if (problems.some((p) => p.code !== 'decoded_as')) return { text: '', problems };
  const decoder = new TextDecoder(encoding.name);
  // Asked for all at once, Node decodes Windows-1252 as Latin-1: its quotes and its euro sign become control characters.
  const text = decoder.decode(bytes.subarray(encoding.mark), { stream: true }) + decoder.decode();
  return { text, problems };
}

/** A text as UTF-8, and where it holds what no clean text holds. */
export interface Decoding {
  readonly fill: Fill;
  /** Parts of the decoded text in which U+FFFD or control characters of C1 stand, in order. */
  readonly damage: { readonly from: number; readonly to: number }[];
  /** Whether letters stand there that are UTF-8 read as Windows-1252 and encoded once more ("StraÃŸe"). */
  readonly twice: { is: boolean };
  /** Set when the bytes stop being text of the encoding: the text ends there. */
  readonly fault: { offset: number | undefined };
}

/** Decodes a stream of bytes. UTF-8 is checked and passed on as it is. */
export function decoding(fill: Fill, encoding: Encoding): Decoding {
  const damage: { from: number; to: number }[] = [];
  const fault: Decoding['fault'] = { offset: undefined };
  const twice = { is: false };
  const inner = encoding.name === 'utf-8' ? strictUtf8(fill, encoding.mark, fault) : transcoded(fill, encoding, fault);
  let offset = 0;
  return {
    damage,
    twice,
    fault,
    fill: async (into) => {
      const got = await inner(into);
      const bytes = Buffer.from(into.buffer, into.byteOffset, got);
      const at = damageIn(bytes);
      if (!twice.is) twice.is = isEncodedTwice(bytes);
      if (at >= 0) damage.push({ from: offset + at, to: offset + got });
      offset += got;
      return got;
    },
  };
}

function strictUtf8(fill: Fill, mark: number, fault: Decoding['fault']): Fill {
  let held: Uint8Array = new Uint8Array();
  let offset = 0;
  let toSkip = mark;
  return async (into) => {
    if (fault.offset !== undefined) return 0;
    for (;;) {
      into.set(held);
      const got = await fill(into.subarray(held.length));
      const length = held.length + got;
      const whole = got === 0 ? length : wholeCharacters(into, length);
      const begin = Math.min(toSkip, whole);
      if (!isUtf8(into.subarray(begin, whole))) {
        const sound = soundPart(into.subarray(begin, whole));
        fault.offset = offset + begin + sound;
        into.copyWithin(0, begin, begin + sound);
        return sound;
      }
      held = into.slice(whole, length);
      toSkip -= begin;
      offset += whole;
      if (begin > 0) into.copyWithin(0, begin, whole);
      if (whole > begin || got === 0) return whole - begin;
    }
  };
}

/** How many bytes from the front are sound UTF-8. */
function soundPart(bytes: Uint8Array): number {
  let [low, high] = [0, bytes.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (isUtf8(bytes.subarray(0, wholeCharacters(bytes, middle)))) low = middle;
    else high = middle - 1;
  }
  return wholeCharacters(bytes, low);
}

function transcoded(fill: Fill, { name, mark }: Encoding, fault: Decoding['fault']): Fill {
  const decoder = new TextDecoder(name, { fatal: true });
  const chunk = new Uint8Array(1 << 16);
  let rest: Buffer = Buffer.alloc(0);
  let offset = 0;
  let toSkip = mark;
  let isEnd = false;
  return async (into) => {
    while (rest.length === 0 && !isEnd) {
      const got = await fill(chunk);
      isEnd = got === 0;
      const begin = Math.min(toSkip, got);
      toSkip -= begin;
      try {
        rest = Buffer.from(decoder.decode(chunk.subarray(begin, got), { stream: !isEnd }));
      } catch {
        fault.offset = offset;
        isEnd = true;
      }
      offset += got;
    }
    const got = Math.min(into.length, rest.length);
    into.set(rest.subarray(0, got));
    rest = rest.subarray(got);
    return got;
  };
}

const REPLACEMENT = Buffer.from('\ufffd');

/** Where the first U+FFFD or control character of C1 stands; -1 where there is none. */
function damageIn(bytes: Buffer): number {
  const candidates = [bytes.indexOf(REPLACEMENT), controlC1(bytes)].filter((at) => at >= 0);
  return candidates.length ? Math.min(...candidates) : -1;
}

const LEADS = ['Ã', 'Å', 'Â', 'â€', 'â‚¬', 'â„¢', 'ðŸ'].map((lead) => Buffer.from(lead));
const SECOND = /^[\u00a0-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]/;

/** Whether a lead byte of UTF-8, read as a letter, is followed by what its next byte was read as. */
function isEncodedTwice(bytes: Buffer): boolean {
  return LEADS.some((lead) => {
    for (let at = bytes.indexOf(lead), tries = 0; at >= 0 && tries < 100; at = bytes.indexOf(lead, at + 1), tries++) {
      const next = bytes.toString('utf8', at + lead.length, at + lead.length + 3);
      if (lead.length > 2 || SECOND.test(next)) return true;
    }
    return false;
  });
}

/** U+0080 to U+009F: C2 followed by 80 to 9F. */
function controlC1(bytes: Buffer): number {
  for (let at = bytes.indexOf(0xc2); at >= 0; at = bytes.indexOf(0xc2, at + 1)) {
    const next = bytes[at + 1] ?? 0xff;
    if (next < 0xa0) return at;
  }
  return -1;
}

/** Whether a text holds U+FFFD or a control character of C1. */
export const isDamaged = (text: string): boolean => /[\ufffd\u0080-\u009f]/.test(text);
