/** How a line's text becomes bytes. */
export type Encode = (text: string) => Uint8Array;

export const utf8: Encode = (text) => Buffer.from(text, 'utf8');
export const utf16le: Encode = (text) => Buffer.from(text, 'utf16le');
export const utf16be: Encode = (text) => Buffer.from(text, 'utf16le').swap16();

/** A code page of one byte a character; what it has no byte for is written as a question mark. */
export function codePage(label: string): Encode {
  const bytes = new Map<string, number>();
  const decoder = new TextDecoder(label);
  for (let byte = 255; byte >= 0; byte--) bytes.set(decoder.decode(Uint8Array.of(byte)), byte);
  return (text) => Uint8Array.from(text, (character) => bytes.get(character) ?? 0x3f);
}

/** UTF-8 that was read as Windows-1252 and written as UTF-8 once more. */
export const twice: Encode = (text) => utf8(new TextDecoder('windows-1252').decode(utf8(text)));
