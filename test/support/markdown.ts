const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [
    `| ${head.join(' | ')} |`,
    `| ${head.map(() => '---').join(' | ')} |`,
    ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
  ].join('\n');
export const fence = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\``;
export const page = (title: string, intro: string, ...parts: readonly string[]): string =>
  `# ${title}\n\n${intro}\n\n${parts.join('\n\n')}\n`;
export const MADE = 'Made from the tables in `src`; `npm run golden` rewrites it.';
