/** Rows as `file:line`, for a cell. */
export const places = (rows: readonly { file: string; line: number }[]): string =>
  rows.map(({ file, line }) => `${file}:${line}`).join('; ');
