import { STRUCTURE_WASM } from './structure.wasm.ts';

/** What a position of the index is. */
export const KIND = { delimiter: 0, lineFeed: 1, quote: 2, carriageReturn: 3 } as const;
/** A byte that no UTF-8 text holds: a dialect without quotes. */
export const NO_QUOTE = 0xff;
export const LF = 10;
export const CR = 13;

/**
 * A buffer of bytes and the index of its structure: `position << 2 | kind` of each delimiter, line feed, quote and carriage
 * return without line feed, in order. `size` bytes can be indexed at once.
 */
export interface StructureIndex {
  readonly bytes: Uint8Array;
  readonly entries: Uint32Array;
  /** Indexes the first `length` bytes; returns how many entries there are. */
  find(length: number, delimiter: number, quote: number): number;
  /** The first control character in [from, to), tab and line ends apart; `to` where there is none. */
  control(from: number, to: number): number;
  /** Cuts records; only where there is WebAssembly: without it, all are cut by `Walk`. */
  readonly cutter?: RecordCutter;
}

/** Cuts one record about which there is nothing special; what it found stands here until the next. */
interface RecordCutter {
  /** How many cells the record has that begins at `start` and at entry `i`; 0: it must be looked at more closely. */
  cut(i: number, count: number, start: number, delimiter: number, quote: number): number;
  /** Bytes of its entries, where it ends, where the next begins, and its line end (see `LINE_ENDS`). */
  readonly words: Uint32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly flags: Uint8Array;
}

export const LINE_ENDS = ['lf', 'crlf', 'cr'] as const;

const PAGE = 65_536;
/** Cells of a record that the cutter has room for. */
const ROOM = 1024;

/** What is used of WebAssembly: the compiler's library has it among the browser's types alone. */
declare const WebAssembly: {
  Memory: new (size: { initial: number; maximum: number }) => { readonly buffer: ArrayBuffer };
  Module: new (code: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { readonly exports: Readonly<Record<string, unknown>> };
};

/** The index made with SIMD, 16 bytes at a time; where the engine has no WebAssembly SIMD, in plain code. */
export function structureIndex(size: number): StructureIndex {
  try {
    return structureBySimd(size);
  } catch {
    return structureInPlainCode(size);
  }
}

/** Needs the function of structure.assembly.ts; throws where WebAssembly or its SIMD is missing. */
export function structureBySimd(size: number): StructureIndex {
  const pages = Math.ceil((size + 16) / PAGE);
  const cuts = pages + Math.ceil((size * 4) / PAGE);
  const memory = new WebAssembly.Memory({ initial: cuts + 1, maximum: PAGE });
  const code = new WebAssembly.Module(Buffer.from(STRUCTURE_WASM, 'base64'));
  const { structure, control, record } = new WebAssembly.Instance(code, { env: { memory } }).exports as {
    structure: (to: number, out: number, delimiter: number, quote: number) => number;
    control: (from: number, to: number) => number;
    record: (entry: number, last: number, start: number, out: number, delimiter: number, quote: number) => number;
  };
  const out = pages * PAGE;
  const cells = cuts * PAGE;
  return {
    bytes: new Uint8Array(memory.buffer, 0, size),
    entries: new Uint32Array(memory.buffer, out, size),
    find: (length, delimiter, quote) => structure(length, out, delimiter, quote),
    control,
    cutter: {
      cut: (i, count, start, delimiter, quote) => record(out + i * 4, out + count * 4, start, cells, delimiter, quote),
      words: new Uint32Array(memory.buffer, cells, 4),
      starts: new Int32Array(memory.buffer, cells + 16, ROOM),
      ends: new Int32Array(memory.buffer, cells + 16 + ROOM * 4, ROOM),
      flags: new Uint8Array(memory.buffer, cells + 16 + ROOM * 8, ROOM),
    },
  };
}

/** The same index in plain code: the reference that the other is held against. */
export function structureInPlainCode(size: number): StructureIndex {
  const bytes = new Uint8Array(size);
  const entries = new Uint32Array(size);
  return {
    bytes,
    entries,
    find(length, delimiter, quote) {
      let count = 0;
      for (let at = 0; at < length; at++) {
        const byte = bytes[at];
        let kind: number;
        if (byte === delimiter) kind = KIND.delimiter;
        else if (byte === LF) kind = KIND.lineFeed;
        else if (byte === quote) kind = KIND.quote;
        else if (byte === CR && !(at + 1 < length && bytes[at + 1] === LF)) kind = KIND.carriageReturn;
        else continue;
        entries[count++] = (at << 2) | kind;
      }
      return count;
    },
    control(from, to) {
      for (let at = from; at < to; at++) {
        const byte = bytes[at] as number;
        if ((byte < 32 && byte !== 9 && byte !== LF && byte !== CR) || byte === 127) return at;
      }
      return to;
    },
  };
}
