import { EVIDENCE_KINDS } from '../model.ts';
import { nearest } from '../problems/nearest.ts';
import { fieldsOf } from '../read/source-table.ts';
import { isAmountOf } from './currency.ts';
import { daysBetween } from './dates.ts';
import { type Duration, needsBusinessHours } from './duration.ts';
import type { DeepPartial } from './load.ts';
import { type Clash, metricContradictions } from './metric-contradictions.ts';
import { momentsIn } from './moment.ts';
import type { SowFile } from './schema.ts';
import type { Path } from './yaml.ts';
import { zoneOf } from './zone.ts';

/** Clauses that cannot both hold. Works on what is sound, so that a file shows all its faults at once. */
export function contradictions(file: DeepPartial<SowFile>): Clash[] {
  return CHECKS.flatMap((check) => check(file));
}

/** Walks values of the rules with their paths. */
function walk<T>(value: unknown, path: Path, visit: (value: object, path: Path) => T[]): T[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, member]) =>
    walk(member, [...path, Array.isArray(value) ? Number(key) : key], visit),
  );
  return [...visit(value, path), ...inner];
}

/** Prices finer than the currency's smallest unit. */
const finePrices = ({ sow, fees }: DeepPartial<SowFile>): Clash[] =>
  walk(fees, ['fees'], (value, path) => {
    const code = sow?.currency;
    if (!code || !('price' in value) || typeof value.price !== 'string' || isAmountOf(code, value.price)) return [];
    return [
      { path, reason: `"${value.price}" is no amount of ${code}`, help: `write it with the decimals of ${code}` },
    ];
  });

/** Conditions that nothing can meet. */
const emptyConditions = (file: DeepPartial<SowFile>): Clash[] =>
  walk({ rules: file.rules, fees: file.fees }, [], (value, path) => {
    const { min, max } = value as { min?: unknown; max?: unknown };
    return typeof min === 'number' && typeof max === 'number' && min > max
      ? [{ path, reason: `nothing is at least ${min} and at most ${max}`, help: 'mend min or max' }]
      : [];
  });

const unreachable = ({ rules }: DeepPartial<SowFile>): Clash[] => {
  const { criteria, require } = rules?.qualification ?? {};
  const lines = Object.keys(criteria ?? {}).length;
  return criteria && typeof require === 'object' && require.at_least > lines
    ? [
        {
          path: ['rules', 'qualification', 'require'],
          reason: `${require.at_least} criteria must hold, but there are only ${lines}`,
          help: 'add criteria, or ask for fewer',
        },
      ]
    : [];
};

/** Fields that a report must have and no row can: of each row the cell would be missed. */
const unknownFields = ({ rules }: DeepPartial<SowFile>): Clash[] => {
  const known = Object.keys(fieldsOf('meetings'));
  return (rules?.reporting?.required ?? []).flatMap((field, i): Clash[] => {
    if (known.includes(field) || field.startsWith('answers.')) return [];
    const near = nearest(field, known);
    return [
      {
        path: ['rules', 'reporting', 'required', i],
        reason: `"${field}" is no field of meetings${near ? `; did you mean "${near}"?` : ''}`,
        help: 'name a field of the source meetings, or an answer such as answers.budget',
      },
    ];
  });
};

/** Clauses that run on business hours which nobody has given. */
function withoutHours({ sow, rules, fees }: DeepPartial<SowFile>): Clash[] {
  if (sow?.business_hours) return [];
  const missing = (path: Path, what: string, other: string): Clash => ({
    path,
    reason: `${what}, and sow.business_hours is not given`,
    help: `add sow.business_hours, or ${other}`,
  });
  const { notice, received, after_hours } = rules?.termination ?? {};
  return [
    ...businessClocks({ rules, fees }, []).map(({ path, duration }) =>
      missing(path, `"${duration.text}" runs on business hours`, 'give the clause another clock'),
    ),
    ...(fees?.late_report?.per === 'business day'
      ? [missing(['fees', 'late_report', 'per'], 'the credit is for each business day', 'set per: day')]
      : []),
    ...(notice && received !== undefined && after_hours === 'next_business_day'
      ? [
          missing(
            ['rules', 'termination', 'after_hours'],
            'notice that comes after hours counts as received on the next business day',
            'set after_hours: same',
          ),
        ]
      : []),
  ];
}

/** Times of the rules that the contract's clock does not show, or shows twice. */
function unclearMoments({ sow, sources, rules }: DeepPartial<SowFile>): Clash[] {
  if (!sow?.time_zone) return [];
  const zone = zoneOf(sow.time_zone);
  return walk({ sources, rules: { termination: rules?.termination } }, [], (member, path) =>
    (['received', 'sent_at'] as const).flatMap((key): Clash[] => {
      const text = (member as Record<string, unknown>)[key];
      const shown = typeof text === 'string' ? momentsIn(text, zone).length : 1;
      if (shown === 1) return [];
      const reason = `"${text}" ${shown ? 'comes twice' : 'does not come'} in ${zone.name}, where the clock changes`;
      return [{ path: [...path, key], reason, help: 'write the time with its offset, such as 2026-06-30T17:00-04:00' }];
    }),
  );
}

const CHECKS: readonly ((file: DeepPartial<SowFile>) => Clash[])[] = [
  metricContradictions,
  finePrices,
  emptyConditions,
  unreachable,
  ({ sow }) =>
    sow?.starts && sow.ends && daysBetween(sow.starts, sow.ends) < 0
      ? [
          {
            path: ['sow', 'ends'],
            reason: `the contract ends (${sow.ends}) before it starts (${sow.starts})`,
            help: 'mend one of the dates',
          },
        ]
      : [],
  ({ sow }) => {
    const hours = sow?.business_hours;
    return hours && hours.open >= hours.close
      ? [
          {
            path: ['sow', 'business_hours', 'close'],
            reason: 'the office closes before it opens',
            help: 'mend open or close',
          },
        ]
      : [];
  },
  unknownFields,
  withoutHours,
  ({ sow, fees }) =>
    sow && !sow.starts && fees?.setup
      ? [
          {
            path: ['fees', 'setup'],
            reason: 'a setup fee is due in the first period, and sow.starts does not say which that is',
            help: 'add sow.starts',
          },
        ]
      : [],
  unclearMoments,
  ({ rules }) => {
    const { event, recognized } = rules?.billable ?? {};
    const what =
      event === 'accepted'
        ? 'accepted leads are billable'
        : recognized === 'accepted' && 'leads count when they are accepted';
    return what && !rules?.acceptance
      ? [
          {
            path: ['rules', 'billable', event === 'accepted' ? 'event' : 'recognized'],
            reason: `${what}, but rules.acceptance does not say when a lead is accepted`,
            help: 'add rules.acceptance',
          },
        ]
      : [];
  },
  ({ rules }) =>
    rules?.acceptance && rules.acceptance.silence !== 'review' && !rules.acceptance.window
      ? [
          {
            path: ['rules', 'acceptance', 'silence'],
            reason: `silence means ${rules.acceptance.silence}, but there is no window after which it does`,
            help: 'add rules.acceptance.window',
          },
        ]
      : [],
  ({ rules }) =>
    rules?.acceptance?.deemed_cures?.length && rules.acceptance.silence !== 'accepted'
      ? [
          {
            path: ['rules', 'acceptance', 'deemed_cures'],
            reason: 'silence cures nothing where it does not mean acceptance',
            help: 'set silence: accepted, or remove deemed_cures',
          },
        ]
      : [],
  ({ rules }) => {
    const e = rules?.evidence;
    // Where every kind is enough, as by default, each that is ranked is.
    const isAny = EVIDENCE_KINDS.every((kind) => e?.enough.includes(kind));
    const odd = isAny ? [] : (e?.enough.filter((kind) => !e.held.includes(kind)) ?? []);
    return odd.length
      ? [
          {
            path: ['rules', 'evidence', 'enough'],
            reason: `${odd.join(', ')} is enough, but rules.evidence.held does not rank it`,
            help: 'add it to held, or remove it from enough',
          },
        ]
      : [];
  },
  ({ fees }) => {
    const path = ['fees', 'rates'];
    const later = fees?.rates?.effective ?? [];
    return [
      ...tierClash(fees?.rates?.tiers ?? [], [...path, 'tiers']),
      ...later.flatMap(({ tiers }, i) => tierClash(tiers ?? [], [...path, 'effective', i, 'tiers'])),
    ];
  },
];

function tierClash(tiers: readonly { up_to?: number | undefined }[], path: Path): Clash[] {
  const bounds = tiers.map((tier) => tier.up_to);
  if (bounds.at(-1) !== undefined)
    return [
      {
        path,
        reason: 'the last tier has an upper bound, so later units have no price',
        help: 'leave `up_to` out of the last tier',
      },
    ];
  const rising = bounds.slice(0, -1).every((b, i) => (b ?? 0) > (bounds[i - 1] ?? 0));
  return rising
    ? []
    : [
        {
          path,
          reason: 'the bounds of the tiers do not rise',
          help: 'give each tier but the last an `up_to` above the one before',
        },
      ];
}

/** Every length on a business clock, with its key. */
export const businessClocks = (value: unknown, from: Path): { path: Path; duration: Duration }[] =>
  walk(value, from, (member, path) =>
    'clock' in member && 'text' in member && needsBusinessHours(member as Duration)
      ? [{ path, duration: member as Duration }]
      : [],
  );
