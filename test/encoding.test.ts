import { expect, test } from 'vitest';
import { decodeWhole } from '../src/read/encoding.ts';

test('a whole file in Windows-1252 keeps its quotes, dashes and euro signs', () => {
  const quoted = Buffer.concat([
    Buffer.from('client: '),
    Uint8Array.of(0x93),
    Buffer.from('Alder'),
    Uint8Array.of(0x94),
  ]);
  const bytes = Buffer.concat([quoted, Buffer.from(' for '), Uint8Array.of(0x80), Buffer.from('400')]);
  const { text, problems } = decodeWhole(bytes, 'rules.yaml');
  expect(text).toBe('client: “Alder” for €400');
  expect(problems.map(({ code }) => code)).toEqual(['decoded_as']);
});
