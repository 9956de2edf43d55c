/** How a line's text becomes bytes. */
export type Encode = (text: string) => Uint8Array;

export const utf8: Encode = (text) => Buffer.from(text, 'utf8');
export const utf16le: Encode = (text) => Buffer.from(text, 'utf16le');
export const utf16be: Encode = (text) => Buffer.from(text, 'utf16le').swap16();

/** A code page of one byte a character; what it has no byte for is written as a question mark. */
export function codePage(label: string): Encode {
  const bytes = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte--) bytes.set(decoded(Uint8Array.of(byte), label), byte);
  return (text) => Uint8Array.from(text, (character) => bytes.get(character) ?? 0x3f);
}

/** Decoded as a stream: asked for all at once, Node takes Windows-1252 for Latin-1. */
export const decoded = (bytes: Uint8Array, label: string): string =>
  new TextDecoder(label).decode(bytes, { stream: true });

/** UTF-8 that was read as Windows-1252 and written as UTF-8 once more. */
export const twice: Encode = (text) => utf8(decoded(utf8(text), 'windows-1252'));
