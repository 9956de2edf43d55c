import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Lexicon } from '../src/read/scan/lexicon.ts';

/** What a lexicon finds of texts that stand one after the other in one buffer, as cells do, and how many it had to look at. */
function read(texts: readonly string[]): { found: string[]; looked: number } {
  const bytes = Buffer.from(texts.join(','));
  let looked = 0;
  const lexicon = new Lexicon((text) => {
    looked++;
    return `<${text}>`;
  });
  let at = 0;
  const found = texts.map((text) => {
    const start = at;
    at += Buffer.byteLength(text) + 1;
    return lexicon.of(bytes, start, at - 1);
  });
  return { found, looked };
}

describe('what is known of texts by their bytes', () => {
  test('is what is found of each', () => {
    const text = fc.oneof(
      fc.constantFrom('', 'a', 'b', 'ab', 'ba', 'Voicemail', 'é', 'e\u0301', '\u0000', 'x'.repeat(32), 'x'.repeat(33)),
      fc.string({ unit: 'grapheme', maxLength: 40 }).map((one) => Buffer.from(one).toString()),
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 60 }), (texts) => {
        expect(read(texts).found).toEqual(texts.map((one) => `<${one}>`));
      }),
    );
  });

  test('is found once of texts that come again', () => {
    const texts = Array.from({ length: 10_000 }, (_, i) => `agent ${i % 500}`);
    const { found, looked } = read(texts);
    expect(found.at(-1)).toBe('<agent 499>');
    expect(looked).toBe(500);
  });

  test('is right also of ids, of which there are more than are kept', () => {
    const texts = Array.from({ length: 10_000 }, (_, i) => `C${i}`);
    expect(read([...texts, ...texts]).found).toEqual([...texts, ...texts].map((one) => `<${one}>`));
  });

  test('begins anew where many come again and many do not', () => {
    const texts = Array.from({ length: 20_000 }, (_, i) => (i % 4 ? `of a few ${i % 50}` : `of many ${i}`));
    const { found, looked } = read(texts);
    expect(found).toEqual(texts.map((one) => `<${one}>`));
    expect(looked).toBeLessThan(6000);
  });

  test('does not look on and on for texts that were made to meet at one place', () => {
    const places = Array.from({ length: 200_000 }, (_, i) => ({ text: `m${i}`, place: placeOf(`m${i}`) }));
    const texts = places.filter(({ place }) => place === placeOf('m0')).map(({ text }) => text);
    expect(texts.length).toBeGreaterThan(16);
    const { found, looked } = read([...texts, ...texts]);
    expect(found).toEqual([...texts, ...texts].map((one) => `<${one}>`));
    expect(looked).toBeGreaterThan(texts.length);
  });
});

/** Where the lexicon looks for a text first: FNV of its length and bytes, 13 bits. */
function placeOf(text: string): number {
  let hash = text.length;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash ^ (hash >>> 15)) & 8191;
}
