const chr = (code: number): string => String.fromCodePoint(code);

/** Text that tries to be more than text, by what it tries. */
export const HOSTILE_TEXTS: Readonly<Record<string, string>> = {
  'a formula': '=HYPERLINK("http://evil.example","click")',
  'a formula with plus': '+1+1',
  'a formula with minus': '-2+3+cmd|"/c calc"!A0',
  'a formula with at': '@SUM(1+1)*cmd|"/c calc"!A0',
  'a formula after blanks': '  \t=1+1',
  'a formula in full width': '\uff1d1+1',
  'a formula behind another separator': 'Ann;=1+1;Lee',
  'a formula behind a quote and a separator': 'Ann";=1+1;"Lee',
  'a formula behind a pipe': 'Ann|=1+1|Lee',
  'a formula behind a tab': 'Ann\t=1+1\tLee',
  'a formula behind a line end': 'Ann\r\n=1+1',
  'an error of a formula': '#REF!',
  'a long number': '12345678901234567890',
  'a number with a zero before it': '00420',
  'a number with an exponent': '1e5',
  'a phone': '+1 (605) 555-0134',
  'a date': '3/4',
  'a month': 'MAR1',
  'a code of a character': '_x0041_BC',
  'an escape sequence': `${chr(27)}[2J${chr(27)}]0;owned${chr(7)}`,
  'a C1 control': `${chr(0x9b)}31mred`,
  'a direction': `invoice${chr(0x202e)}fdp.exe`,
  'what XML has not': `nul${chr(0)}vt${chr(11)}nonchar${chr(0xffff)}lone${String.fromCharCode(0xd800)}`,
  'a script': '<script>alert(1)</script>',
  'an end of the page': '</td></table></main></body><!-- -->',
  'an attribute': '" onmouseover="alert(1)" x="',
  'an entity': '&lt;b&gt; &amp; &#60;',
  'an image in Markdown': '![x](http://evil.example/x.png)',
  'a link in Markdown': '[click](javascript:alert(1))',
  'a table in Markdown': 'a | b |\n| --- | --- |\n| c',
  'code in Markdown': '`code` ``more`` ~~gone~~ **bold** __bold__ *i* _i_',
  'a heading in Markdown': '# Title\n\n- list\n1. one',
  'a bare address': 'https://evil.example and www.evil.example and ann@evil.example',
  'a person who is called': '@octocat and @org/team, #12, !34, GH-5',
  'a formula in Markdown': '$x^2$ and $$y$$',
  'HTML in Markdown': '<img src=x onerror=alert(1)><details open>',
  'a command to a runner': '::error file=a.ts,line=1::owned',
  'a command behind a line end': 'ok\n::set-env name=A::b',
  'a command behind a break of a column': 'M23456789012::error::owned 1234567890123456::error::owned',
  'an old command to a runner': 'x ##[add-mask]secret',
  'a file with a line end': 'drop\n2026.csv',
};

/** A document in which every text that is not ours is this one. */
export function filledWith<D extends object>(doc: D, text: string): D {
  const copy = structuredClone(doc);
  fill(copy, text);
  return copy;
}

const FOREIGN: ReadonlySet<string> = new Set([
  'id',
  'line_id',
  'meeting_id',
  'contact',
  'company',
  'why',
  'message',
  'file',
  'clause',
  'client',
  'vendor',
  'currency',
  'value',
  'agent',
  'metric',
  'email',
  'phone',
  'meeting',
  'stated',
  'look_for',
  'seed',
  'note',
]);

function fill(node: unknown, text: string): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node))
    if (FOREIGN.has(key) && typeof value === 'string') Reflect.set(node, key, text);
    else fill(value, text);
}
