import { type Found, found } from '../judge/rule.ts';
import type { Claim } from '../link/claims.ts';
import { groupBy } from '../link/grouped.ts';
import { isAnotherName, nameLevelOf } from '../link/identity/names.ts';
import { isZero, minus, toText } from '../price/money.ts';
import { isBack } from '../price/outcome.ts';
import { isOfPeriod } from '../price/own-claims.ts';
import { currencyOf } from '../sow/currency.ts';
import type { AuditParts } from './parts.ts';

/** What a person should know of the lines that ask for money. */
export const OF_CLAIMS: readonly ((f: AuditParts) => readonly Found[])[] = [
  periods,
  nameless,
  byName,
  misnamed,
  claimed,
  inCents,
  rejectedInVain,
];

function periods({ audited, known, period }: AuditParts): Found[] {
  const unnamed = known.invoice.filter((line) => line.period === undefined);
  return [
    ...(audited.some((c) => c.claim) ? [] : [found('no_claims_in_period', { period: period.label })]),
    ...(unnamed.length
      ? [
          found(
            'period_assumed',
            { lines: unnamed.length, period: period.label },
            unnamed.map((line) => line.row),
          ),
        ]
      : []),
  ];
}

/** Lines that are answered by order alone. One for all meetings of a month is usual; a line for each without an id mostly has one that was not read. */
function nameless({ claims, records, period, sow }: AuditParts): Found[] {
  const own = claims.filter((claim) => claim.isByOrder && isOfPeriod(claim, period, sow));
  return groupBy(own, ({ row }) => row.file).map((parts) => {
    const [{ row }] = parts;
    const lines = new Map(parts.map((part) => [part.row.line, part.row]));
    const unread = records.files.find((f) => f.source === 'invoice' && f.file === row.file)?.unread ?? [];
    const args = {
      lines: lines.size,
      file: row.file,
      rows: parts.filter(({ meeting }) => meeting !== undefined).length,
      unread: unread.length ? `; not read: ${unread.join(', ')}` : '',
    };
    const all = found('lines_without_ids', args, [...lines.values()]);
    return lines.size > 1 ? { ...all, severity: 'warning' } : all;
  });
}

/** Lines without ids that names tie to their meetings, and those of which a person has to say whom they bill. */
function byName({ claims, period, sow }: AuditParts): Found[] {
  const own = claims.filter((claim) => isOfPeriod(claim, period, sow));
  const told = (code: 'lines_by_name' | 'lines_in_doubt', decision: 'linked' | 'review'): Found[] =>
    groupBy(
      own.filter(({ named }) => named?.decision === decision),
      ({ row }) => row.file,
    ).map((parts) => {
      const rows = new Map(parts.map(({ row }) => [row.line, row]));
      return found(code, { lines: rows.size, file: parts[0].row.file }, [...rows.values()]);
    });
  return [...told('lines_by_name', 'linked'), ...told('lines_in_doubt', 'review')];
}

/** Lines whose id is somebody's, and whose name is another's: the id counts. */
function misnamed({ claims, period, sow }: AuditParts): Found[] {
  return claims.flatMap((claim) => {
    const { says, named, meeting, row } = claim;
    const level = nameLevelOf(says?.contact_name, meeting?.contact_name);
    const isAnother = !named && level !== undefined && isAnotherName(level);
    const isOneAddress = says?.email !== undefined && says.email === meeting?.email;
    if (!meeting || !isAnother || isOneAddress || !isOfPeriod(claim, period, sow)) return [];
    const { contact_name: who = '', id: of = '' } = meeting;
    const args = { id: claim.id, meeting: of, who, whom: says?.contact_name ?? '' };
    return [found('line_names_another', args, [row, meeting.row])];
  });
}

/** What is odd about the claims themselves. */
function claimed({ claims, period, purse, sow }: AuditParts): Found[] {
  const own = claims.filter((c) => isOfPeriod(c, period, sow));
  const others = claims.filter((c) => !isOfPeriod(c, period, sow));
  const isLonger = (c: Claim): boolean => c.period.from <= period.to && period.from <= c.period.to;
  const odd = own.flatMap(({ id, row, quantity, unitPrice, amount, part }) => {
    const price = unitPrice === undefined ? undefined : purse.parse(unitPrice);
    const asked = amount === undefined ? undefined : purse.parse(amount);
    if (!price || !asked || part || !Number.isInteger(quantity)) return [];
    const product = purse.times(price, { amount: quantity, scale: 0 });
    return isZero(minus(product, asked))
      ? []
      : [found('line_arithmetic', { id, quantity, price: toText(price), amount: toText(asked) }, [row])];
  });
  const late = own.filter((c) => c.late !== undefined);
  return [
    ...odd,
    ...ofOthers('late_lines', late, { of: period.label }),
    ...ofOthers('longer_periods', others.filter(isLonger)),
    ...ofOthers(
      'other_periods',
      others.filter((c) => !isLonger(c)),
    ),
  ];
}

/** Files whose every line that we pay for asks for our price in the smallest unit of the currency, as programs keep amounts. */
function inCents({ audited, sow }: AuditParts): Found[] {
  const factor = 10n ** currencyOf(sow.sow.currency).exponent;
  const paid = audited.flatMap(({ claim, chain, claimed: asked, supported }) =>
    claim && chain && !isZero(supported) ? [{ row: claim.row, asked, supported }] : [],
  );
  return groupBy(paid, ({ row }) => row.file).flatMap((lines) => {
    const [{ row }] = lines;
    const isAll = factor > 1n && lines.every(({ asked, supported }) => asked.minor === supported.minor * factor);
    return isAll
      ? [
          found(
            'amounts_in_cents',
            { lines: lines.length, file: row.file, factor: String(factor) },
            lines.map((line) => line.row),
          ),
        ]
      : [];
  });
}

/** Claims that the client rejected, and that its rejection does not hold off. */
function rejectedInVain({ audited }: AuditParts): Found[] {
  return groupBy(
    audited.flatMap(({ id, claim, chain }) => {
      const { state, ineffective = [] } = chain?.acceptance ?? {};
      const last = ineffective.at(-1);
      if (
        !claim ||
        isBack(claim) ||
        !last ||
        state === 'rejected' ||
        state === 'explicit' ||
        chain?.verdict === 'not_billable'
      )
        return [];
      const { reason: told } = last.decision;
      const invalid = told === undefined ? 'it gives no reason' : `"${told}" is no reason of the SOW`;
      const reason = last.code === 'rejection_late' ? 'it came late' : invalid;
      return [{ id, reason, row: last.decision.row }];
    }),
    ({ reason }) => reason,
  ).map((all) => {
    const args = { claims: all.length, ids: all.map(({ id }) => id).join(', '), reason: all[0].reason };
    return found(
      'rejected_in_vain',
      args,
      all.map(({ row }) => row),
    );
  });
}

/** Claims that name another period than the report has. */
function ofOthers(
  code: 'late_lines' | 'longer_periods' | 'other_periods',
  claims: readonly Claim[],
  more: { readonly of?: string } = {},
): Found[] {
  if (!claims.length) return [];
  const periods = [...new Set(claims.map((c) => (c.late ?? c.period).label))].sort().join(', ');
  return [
    found(
      code,
      { claims: claims.length, periods, ...more },
      claims.map((c) => c.row),
    ),
  ];
}
