const PLACE = '((paging|pagination|meta|navigation|_?links)\\.)?';
/** Names under which services say that there are more records behind those of an answer, and how many there are in all. */
const NEXT = new RegExp(
  `^${PLACE}(has_?more|has_?next(_?page)?|(@odata\\.)?next(_?(page|link|cursor))?(_?(token|uri|url))?)(\\.\\w+)?$`,
  'i',
);
/** Airtable names the record from which the next page goes on; where a number stands, it is where this one began. */
const OFFSET = /^offset$/i;
const TOTAL = new RegExp(`^${PLACE}(total(_?(records|items|results|rows|count))?|@odata\\.count)$`, 'i');
const NONE = ['', 'false', '0'];

/** Why an answer that holds so many records does not hold all, by what stands beside them; undefined where nothing says so. */
export function missingFrom(beside: ReadonlyMap<string, string>, records: number): string | undefined {
  const total = [...beside].find(([name, text]) => TOTAL.test(name) && /^\d+$/.test(text));
  if (total) {
    const [name, count] = total;
    return Number(count) > records ? `"${name}" counts ${count} records, and ${records} are here` : undefined;
  }
  const next = [...beside].find(
    ([name, text]) => (NEXT.test(name) && !NONE.includes(text)) || (OFFSET.test(name) && /[^\d]/.test(text)),
  );
  return next && `"${next[0]}" says that more records stand on a next page`;
}
