import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, describe, expect, test } from 'vitest';
import { PACK_FORMATS } from '../src/dispute/formats.ts';
import { CHECK_FORMATS } from '../src/report/check/formats.ts';
import { RENDERERS } from '../src/report/renderers.ts';
import { TABLES } from '../src/report/tables.ts';
import { scratchFolder } from './support/cases.ts';
import { leadaudit } from './support/run.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);

/** A month in which every field that a person may fill names somebody. */
const FILES: Readonly<Record<string, string>> = {
  'meetings.csv': `id,contact_name,email,phone,company,booked_at,starts_at,outcome,agent,host,topic,notes,reason
M-1,Quill Abravanel,q@f1.example,+1 605-555-0101,Abravanel Tools,2026-05-20 09:00,2026-06-01 10:00,held,Sdria Sdrovic,Hostia Hostovic,Quill's budget,Mr. Abravanel at (605) 555-0101 asked Notia Notovic,
M-2,佐藤 健一,s@f2.example,+1 605-555-0102,大和電機,2026-05-20 09:00,2026-06-02 10:00,held,李 雷,Hostia Hostovic,佐藤様,佐藤健一様に電話済み,
M-3,Xime Bosquet,x@f3.example,+1 605-555-0103,Firm 3,2026-05-20 09:00,2026-06-03 10:00,held,李 雷,Hostia Hostovic,,,Bosquet was ill
`,
  'invoice.csv': `line_id,meeting_id,period,description,amount
L1,M-1,2026-06,Meeting with Quill Abravanel,400
L2,M-2,2026-06,面談 佐藤健一様,400
L3,M-3,2026-06,Meeting with X. Bosquet,400
L4,,2026-06,"Meeting with Unkia Unkovic, Nowhere Inc",400
`,
  'attendance.csv': `meeting_id,meeting_title,meeting_starts_at,name,email,joined_at,left_at
,Client x Titlia (Quill),2026-06-01 10:00,Quill A.,q@f1.example,2026-06-01 10:00,2026-06-01 10:30
,Client x Titlia (Quill),2026-06-01 10:00,Hostia Hostovic,h@client.example,2026-06-01 10:00,2026-06-01 10:30
`,
  'crm.csv': `id,contact_name,email,company,starts_at,outcome,owner,attendees
1,"Bosquet, Xime",,Firm 3,2026-06-03 10:00,held,Ownia Ownovic,Invia Invovic; Xime Bosquet
`,
  'decisions.csv': `meeting_id,decision,reason,at,by,note
M-2,rejected,title of 佐藤,2026-06-04 10:00,Byia Byovic,佐藤さん says Decia Decovic at 605.555.0102
M-3,rejected,Bosquet is wrong,2026-06-04 11:00,Byia Byovic,
`,
  'calls.csv': `id,agent,phone,started_at,talk,disposition
c1,李 雷,+1 605-555-0190,2026-06-16T09:00:00,240,conversation
c2,李 雷,+1 605-555-0191,2026-06-16T09:02:00,240,conversation
`,
  'summary.csv': 'metric,value,period\nDials of Metria Metrovic,9,2026-06\n',
  'waivers.yaml':
    '- { id: L1, decision: billable, by: Waivia Waivovic, reason: asked Phonia Phonovic, expires: 2026-12-31 }\n',
  'rules.yaml': `version: 1
sow: { id: S, client: Client Co, client_domains: [client.example], vendor: V, currency: USD, time_zone: America/New_York, country: US, business_hours: { days: [mon, tue, wed, thu, fri] } }
sources:
  meetings: { file: meetings.csv, time_zone: America/New_York }
  invoice: { file: invoice.csv, received: 2026-07-03T10:00 }
  attendance: { file: attendance.csv, time_zone: America/New_York }
  crm: { file: crm.csv, time_zone: America/New_York }
  decisions: { file: decisions.csv, time_zone: America/New_York }
  calls: { file: calls.csv, time_zone: America/New_York }
  reported_metrics: { file: summary.csv }
rules:
  billable: { event: held }
  acceptance: { window: 5 business days, silence: accepted }
fees: { rates: { tiers: [{ price: "400.00" }] } }
metrics: { dials: { tolerance: exact, by: [agent] } }
checks: { anomalies: { enabled: all } }
waivers: waivers.yaml
`,
};
const NAMED =
  /Quill|Xime|Bosquet|[a-z]+ovic|\w+ia \w+ov|Titlia|佐藤 ?健一|佐藤様|佐藤さん|健一|李 ?雷|605[ .)-]*555|\w@\w+\.example/;

describe('a report names nobody whom its inputs name', () => {
  const folder = join(scratch.path, 'named');
  mkdirSync(folder);
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);

  test.each([
    ...Object.keys(RENDERERS).map((format) => ['reconcile', '--format', format, '--redact', 'digits']),
    ...Object.keys(TABLES).map((table) => ['reconcile', '--format', 'csv', '--table', table, '--redact', 'digits']),
    ...Object.keys(CHECK_FORMATS).map((format) => ['check', '--format', format, '--redact', 'digits']),
    ...Object.keys(PACK_FORMATS).map((format) => ['dispute', '--format', format, '--redact']),
    ['metrics', '--format', 'json', '--redact', 'digits'],
    ['simulate', '--set', 'fees.rates.tiers=[{ price: 90.00 }]', '--format', 'json', '--redact', 'digits'],
    ['sample', '--error', '5%', '--format', 'json', '--redact', 'digits'],
  ])('%j', async (...args) => {
    const out = join(scratch.path, 'named.xlsx');
    const isBook = args.includes('xlsx');
    const { code, stdout, stderr } = await leadaudit([...args, ...(isBook ? ['-o', out] : [])], { cwd: folder });
    const text = isBook ? JSON.stringify((await readXlsx(readFileSync(out))).sheets.map((s) => s.rows)) : stdout;
    expect(code).toBeLessThan(2);
    expect(text).not.toMatch(NAMED);
    expect(stderr).not.toMatch(NAMED);
    // What a company is called says nothing of a person.
    if (args.includes('json') && args[0] === 'reconcile') expect(text).toContain('Abravanel Tools');
  });
});
