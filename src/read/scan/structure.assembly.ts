// AssemblyScript, made into structure.wasm.ts by `npm run wasm`. `structureInPlainCode` and `Walk` say the same without it.

/** Writes `position << 2 | kind` of every delimiter (0), line feed (1), quote (2) and lone carriage return (3) in [0, to); returns how many. */
export function structure(to: u32, out: u32, delimiter: u8, quote: u8): u32 {
  const delimiters = i8x16.splat(delimiter);
  const quotes = i8x16.splat(quote);
  const feeds = i8x16.splat(10);
  const returns = i8x16.splat(13);
  let at = out;
  for (let block: u32 = 0; block < to; block += 16) {
    const bytes = v128.load(block);
    const found = v128.or(
      v128.or(i8x16.eq(bytes, delimiters), i8x16.eq(bytes, quotes)),
      v128.or(i8x16.eq(bytes, feeds), i8x16.eq(bytes, returns)),
    );
    for (let mask = i8x16.bitmask(found); mask; mask &= mask - 1) {
      const position = block + ctz(mask);
      if (position >= to) break;
      const byte = load<u8>(position);
      let kind: u32 = 0;
      if (byte === 10) kind = 1;
      else if (byte === quote) kind = 2;
      else if (byte === 13) {
        if (position + 1 < to && load<u8>(position + 1) === 10) continue;
        kind = 3;
      }
      store<u32>(at, (position << 2) | kind);
      at += 4;
    }
  }
  return (at - out) >> 2;
}

/** The position of the first control character (tab and line ends are none) in [from, to); `to` where there is none. */
export function control(from: u32, to: u32): u32 {
  const space = i8x16.splat(32);
  const tabs = i8x16.splat(9);
  const feeds = i8x16.splat(10);
  const returns = i8x16.splat(13);
  const deletes = i8x16.splat(127);
  for (let block = from; block < to; block += 16) {
    const bytes = v128.load(block);
    const allowed = v128.or(v128.or(i8x16.eq(bytes, tabs), i8x16.eq(bytes, feeds)), i8x16.eq(bytes, returns));
    const found = v128.or(v128.andnot(i8x16.lt_u(bytes, space), allowed), i8x16.eq(bytes, deletes));
    const mask = i8x16.bitmask(found);
    if (mask) {
      const position = block + ctz(mask);
      return position < to ? position : to;
    }
  }
  return to;
}

/** Cells for which there is room at `out`, behind four words: begins, ends, flags. */
const ROOM: u32 = 1024;

/**
 * Cuts the record that begins at `start` and at the entry `entry` into cells, where there is nothing special about it: quotes
 * stand where they may, nothing spans lines, a line end closes it. Writes how many bytes of entries it has, where it ends, where the
 * next begins, how it ends (0: line feed, 1: both, 2: carriage return), and its cells; returns how many, 0 for a record of any other kind.
 */
export function record(entry: u32, last: u32, start: u32, out: u32, delimiter: u8, quote: u8): u32 {
  const first = entry;
  const begins = out + 16;
  const ends = begins + ROOM * 4;
  const flags = ends + ROOM * 4;
  let cells: u32 = 0;
  let from = start;
  let closed = false;
  while (entry < last && cells + 1 < ROOM) {
    const at = load<u32>(entry) >>> 2;
    const kind = load<u32>(entry) & 3;
    entry += 4;
    if (kind === 2) {
      if (at !== from || closed) return 0;
      let flag: u8 = 1;
      let close: u32 = 0;
      while (entry < last) {
        const next = load<u32>(entry);
        entry += 4;
        if ((next & 3) === 0) continue;
        if ((next & 3) !== 2) return 0;
        close = next >>> 2;
        if (load<u8>(close + 1) !== quote) break;
        flag = 3;
        close = 0;
        entry += 4;
      }
      if (close === 0) return 0;
      const behind = load<u8>(close + 1);
      if (behind !== delimiter && behind !== 10 && behind !== 13) return 0;
      store<u32>(begins + cells * 4, at + 1);
      store<u32>(ends + cells * 4, close);
      store<u8>(flags + cells, flag);
      cells++;
      closed = true;
      continue;
    }
    const isBoth = kind === 1 && at > start && load<u8>(at - 1) === 13;
    const end = isBoth ? at - 1 : at;
    if (!closed) {
      store<u32>(begins + cells * 4, from);
      store<u32>(ends + cells * 4, end < from ? from : end);
      store<u8>(flags + cells, 0);
      cells++;
    }
    closed = false;
    from = at + 1;
    if (kind !== 0) {
      store<u32>(out, entry - first);
      store<u32>(out + 4, end);
      store<u32>(out + 8, at + 1);
      store<u32>(out + 12, isBoth ? 1 : kind === 1 ? 0 : 2);
      return cells;
    }
  }
  return 0;
}
