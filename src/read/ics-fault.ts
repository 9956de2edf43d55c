/** Where a calendar breaks the rules of its lines (RFC 5545), and how. */
export interface IcsFault {
  readonly line: number;
  readonly reason: string;
}

/** The first line that is no line of a calendar, or that begins or ends a part in a wrong place; undefined where none is. */
export function icsFault(text: string): IcsFault | undefined {
  const open: { readonly part: string; readonly line: number }[] = [];
  let last = 1;
  for (const { text: written, line } of unfolded(text)) {
    if (written.trim() === '') continue;
    last = line;
    const reason = faultOf(written);
    if (reason !== undefined) return { line, reason };
    const [, word, part = ''] = /^(BEGIN|END):\s*([^\s]+)\s*$/i.exec(written) ?? [];
    if (word?.toUpperCase() === 'BEGIN') open.push({ part: part.toUpperCase(), line });
    else if (word !== undefined) {
      const begun = open.pop();
      if (begun?.part !== part.toUpperCase())
        return {
          line,
          reason: `END:${part} where ${begun ? `the ${begun.part} of line ${begun.line}` : 'nothing'} is open`,
        };
    } else if (open.length === 0)
      return { line, reason: 'a line outside of any calendar: BEGIN:VCALENDAR comes first' };
  }
  const [begun] = open;
  return (
    begun && {
      line: last,
      reason: `the ${open.at(-1)?.part} of line ${open.at(-1)?.line} does not end: the calendar breaks off here`,
    }
  );
}

/** Lines as they are meant: one that begins with a blank goes on with the one before. */
function unfolded(text: string): { text: string; line: number }[] {
  const lines: { text: string; line: number }[] = [];
  for (const [i, line] of text.split(/\r\n|\n|\r/).entries()) {
    const before = lines.at(-1);
    if (before && /^[ \t]/.test(line)) before.text += line.slice(1);
    else lines.push({ text: line, line: i + 1 });
  }
  return lines;
}

/** What is wrong with one line: a name, parameters with values, a colon, a value. */
function faultOf(line: string): string | undefined {
  const bare = line.replace(/"[^"]*"/g, '');
  const colon = bare.indexOf(':');
  if (bare.slice(0, colon < 0 ? undefined : colon).includes('="')) return 'a quote that does not close';
  if (colon < 0) return 'a line without a colon between name and value';
  const [name = '', ...parameters] = bare.slice(0, colon).split(';');
  if (name.trim() === '') return 'a line without a name before its colon';
  return parameters.some((text) => !/^[^=]+=/.test(text)) ? 'a parameter without a name or a value' : undefined;
}
