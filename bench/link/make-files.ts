// Writes a seeded vendor report and CRM as the files of a month: node make-files.js LEADS PEOPLE FOLDER
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { linkWorld, type PersonCells, type World } from '../../test/support/link-world.ts';

/** The columns of a drop of leads and of a CRM's people. */
const LEADS = ['id', 'contact_name', 'email', 'phone', 'company', 'title', 'delivered_at'] as const;
const PEOPLE = ['id', 'contact_name', 'email', 'phone', 'company', 'title', 'starts_at'] as const;

/** A world as the files of a month: the vendor's drop, the client's CRM, and rules that pay for every lead delivered. */
function linkFiles(world: World): Readonly<Record<'drop.csv' | 'crm.csv' | 'rules.yaml', string>> {
  const leads = world.leads.map((lead, i) => ({ ...textOf(lead), delivered_at: delivered(i) }));
  return { 'drop.csv': csv(LEADS, leads), 'crm.csv': csv(PEOPLE, world.people.map(textOf)), 'rules.yaml': RULES };
}

const RULES = `version: 1
sow: { id: S, client: Client, client_domains: [client.example], vendor: Vendor, vendor_domains: [vendor.example], currency: USD, time_zone: America/New_York, country: US }
sources:
  meetings: [{ file: drop.csv, time_zone: America/New_York }]
  crm: [{ file: crm.csv, time_zone: America/New_York }]
rules:
  billable: { clause: "2.1", event: delivered }
fees: { rates: { clause: "7", tiers: [{ price: "100.00" }] } }
`;

/** Some hour of June 2026. */
const delivered = (at: number): string => new Date(Date.UTC(2026, 5, 1 + (at % 28), 9 + (at % 8))).toISOString();

const textOf = ({ starts_at, ...cells }: PersonCells): Partial<Record<string, string>> => ({
  ...cells,
  ...(starts_at === undefined ? {} : { starts_at: new Date(starts_at).toISOString() }),
});

function csv(columns: readonly string[], rows: readonly Partial<Record<string, string>>[]): string {
  const cell = (text = ''): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = rows.map((row) => columns.map((column) => cell(row[column])).join(','));
  return [columns.join(','), ...lines, ''].join('\n');
}

const [leads, people, folder = '.'] = [Number(argv[2]), Number(argv[3]), argv[4]];
for (const [name, text] of Object.entries(linkFiles(linkWorld(1, { leads, people }, 'standard'))))
  writeFileSync(join(folder, name), text);
