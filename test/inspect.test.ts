import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Ajv } from 'ajv';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { guessColumn, guessWord } from '../src/inspect/guess.ts';
import { HEADER_WORDS } from '../src/inspect/header-words.ts';
import type { SourceName } from '../src/model.ts';
import { fieldsOf } from '../src/read/source-table.ts';
import { foldHeader } from '../src/read/table.ts';
import { scratchFolder } from './support/cases.ts';
import { leadaudit } from './support/run.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);

const DROP = `Meeting No;Kunde;Mail;Termin;Status
M-1;Anna Maier;anna@maier.example;02.06.2026 10:00;Stattgefunden
M-2;Bo Lang;bo@lang.example;13.06.2026 11:00;Nicht erschienen
M-3;Cleo Roth;cleo@roth.example;15.06.2026 09:00;Verschoben
`;
const write = (name: string, bytes: string | Uint8Array): string => {
  mkdirSync(scratch.path, { recursive: true });
  writeFileSync(join(scratch.path, name), bytes);
  return name;
};
const inspect = (...args: string[]) => leadaudit(['inspect', ...args], { cwd: scratch.path });

describe('inspect', () => {
  test('says what a file is, what is wrong with it and what to paste', async () => {
    const { code, stdout, stderr } = await leadaudit(['inspect', 'fixtures/example/drops/2026-06/invoice.csv']);
    expect([code, stderr]).toEqual([0, '']);
    await expect(stdout).toMatchFileSnapshot(resolve('test/golden/inspect.txt'));
  });

  test('proposes the order of dates that other columns prove for one that fits both', async () => {
    const rows = 'ID,E-mail,Booked,Start,Outcome\n1,a@a.example,13/02/2026 10:00,05/03/2026 10:00,held\n';
    const { stdout } = await inspect(write('dates.csv', rows), '--source', 'meetings');
    const pasted = stdout.slice(stdout.indexOf('sources:'));
    expect(parse(pasted).sources.meetings[0].dates).toBe('dmy');
    expect(pasted).toContain('this is the order of the others');
  });

  test('knows web forms and histories of opportunities, and takes nobody of a list of exclusions for an account', async () => {
    const forms = 'Submitted At,First Name,Email,Company,Form Name\n2026-01-05 08:00,Jo,jo@a.example,A Co,Demo\n';
    const history =
      'Record ID,Account Name,From Stage,To Stage,Stage Change Date\n61,Alder,New,Discovery,2026-01-02\n61,Alder,Discovery,Won,2026-01-25\n';
    const named = 'Company,Email,Reason\nFrost Inc,,partner\n,jo@a.example,opted out\n';
    const told = async (name: string, text: string) => (await inspect(write(name, text))).stdout.replace(/\s+/g, ' ');
    expect(await told('web-forms.csv', forms)).toContain('looks like inbound (sure');
    const found = await told('history.csv', history);
    expect(found).toContain('looks like opportunities (sure');
    for (const column of ['Record ID id', 'To Stage stage', 'Stage Change Date stage_at'])
      expect(found).toContain(column);
    for (const name of ['do-not-call.csv', 'suppression_list.csv', 'DNC.csv'])
      expect(await told(name, named)).toContain(
        'looks like named exclusions (likely: called a list of whom not to call',
      );
    expect(await told('accounts.csv', named)).toContain('looks like accounts (sure');
  });

  test.each(['2026-05,2026-06', 'May 2026,June 2026', '2026-W23,2026-W24'])(
    'knows a summary with a column for each of %s',
    async (columns) => {
      const { stdout } = await inspect(write('summary.csv', `KPI,${columns}\nDials,35,29\nShow rate,57.1%,55%\n`));
      const said = stdout.replace(/\s+/g, ' ');
      expect(said).toContain('looks like reported_metrics (sure');
      expect(said).toContain('rows 4 rows, 3 columns');
      expect(said).toContain('value value 100 %');
      expect(said).toContain('Nothing is wrong with it.');
    },
  );

  test('proposes the day first for dates with points, and is sure of nothing by one header of many', async () => {
    const dated = (mark: string) =>
      `Termin-ID;Kunde;E-Mail;Termin;Status\nA1;Al;al@a.example;03${mark}06${mark}2026 10:00;Held\n`;
    expect((await inspect(write('dotted.csv', dated('.')))).stdout).toContain('dates: dmy # check: every date fits');
    expect((await inspect(write('slashed.csv', dated('/')))).stdout).toContain('dates: mdy # check: every date fits');
    const shifts = 'Platz;Datum;Ein;Aus\nLeo;13.06.2026;08:55;17:05\n';
    expect((await inspect(write('shifts.csv', shifts))).stdout).toContain('(unsure: 1 of 4 headers are known');
  });

  test('takes the identifier of a French export for its id, and joins none', async () => {
    const text =
      'Identifiant;Contact;E-mail;Date du RDV;Statut\n1;Jean Dupont;jean@martin.example;13/06/2026 10:00;Held\n';
    const { stdout } = await inspect(write('rdv.csv', text));
    expect(stdout).toContain('id: Identifiant');
    expect(stdout).not.toContain('join:');
  });

  test('knows the start of a meeting and the words of a German bill', async () => {
    const crm = 'Record ID,Meeting ID,Email,Meeting start,Outcome\n9,1,a@a.example,2026-03-17 10:00,held\n';
    const bill = 'Line,Meeting ID,Kind,Amount\n1,M1,USt,19.00\n2,M2,Mindestumsatz,5.00\n';
    const entryOf = async (name: string, text: string, source: string) => {
      const { stdout } = await inspect(write(name, text), '--source', source);
      return parse(stdout.slice(stdout.indexOf('sources:'))).sources[source][0];
    };
    expect(await entryOf('crm.csv', crm, 'crm')).toMatchObject({ columns: { starts_at: 'Meeting start' } });
    expect(await entryOf('bill.csv', bill, 'invoice')).toMatchObject({
      values: { kind: { USt: 'tax', Mindestumsatz: 'shortfall' } },
    });
  });

  test('guesses columns and words of a file that it does not know, and marks what it guessed', async () => {
    const { stdout } = await inspect(write('drop.csv', DROP), '--source', 'meetings');
    const pasted = stdout.slice(stdout.indexOf('sources:'));
    expect(parse(pasted)).toEqual({
      sources: {
        meetings: [
          {
            file: 'drop.csv',
            time_zone: 'America/New_York',
            columns: expect.objectContaining({ id: 'Meeting No', starts_at: 'Termin', email: 'Mail' }),
            values: { outcome: { Stattgefunden: 'held', 'Nicht erschienen': 'no_show', Verschoben: 'rescheduled' } },
          },
        ],
      },
    });
    expect(pasted).toContain('# check:');
    expect(stdout).toContain('day first, proved by "13.06.2026 11:00" on line 3');
  });

  const IN_OTHER_WORDS: Record<string, [file: string, source: string, entry: object]> = {
    'German meetings, behind a letterhead': [
      `Callcenter Nord GmbH\nAuswertung Juni\n\nTermin-Nr.;Ansprechpartner;Firma;Rufnummer;E-Mail;Gebucht am;Termin Datum;Status\nT-1;Anna Maier;Maier AG;+49 30 5550101;anna@maier.example;20.05.2026 09:00;02.06.2026 10:00;Stattgefunden\nT-2;Bo Lang;Lang KG;+49 30 5550102;bo@lang.example;21.05.2026 09:00;13.06.2026 11:00;Abgesagt durch Interessent\n`,
      'meetings',
      {
        columns: { id: 'Termin-Nr.', contact_name: 'Ansprechpartner', company: 'Firma', starts_at: 'Termin Datum' },
        values: { outcome: { Stattgefunden: 'held', 'Abgesagt durch Interessent': 'canceled_prospect' } },
      },
    ],
    'German invoice': [
      'Rechnungsnr;Position;Termin-Nr;Art;Menge;Einzelpreis;Betrag\nR-7;1;T-1;Termin;1;400,00;400,00\nR-7;2;T-2;Grundgebühr;1;1.250,00;1.250,00\n',
      'invoice',
      {
        columns: {
          invoice_no: 'Rechnungsnr',
          line_id: 'Position',
          quantity: 'Menge',
          unit_price: 'Einzelpreis',
          amount: 'Betrag',
        },
        values: { kind: { Termin: 'lead', Grundgebühr: 'retainer' } },
      },
    ],
    'a CRM export of deals': [
      'Deal ID;Account Name;Contact Email;Deal Stage;Amount;Create Date;Closed\nD-1;Maier AG;anna@maier.example;Closed Won;12000;2026-06-02;2026-06-13\nD-2;Lang KG;bo@lang.example;Discovery;8000;2026-06-05;\n',
      'opportunities',
      {},
    ],
    'an invoice of sevdesk': [
      'Belegnummer;Pos.;Artikel;Beschreibung;Menge;Einzelpreis netto;Gesamt netto;Gesamt brutto;Währung\nRE-7;1;Termin;Anna Maier;1;400,00;400,00;476,00;EUR\nRE-7;2;Grundgebühr;Juni;1;900,00;900,00;1071,00;EUR\n',
      'invoice',
      {
        columns: {
          invoice_no: 'Belegnummer',
          line_id: 'Pos.',
          kind: 'Artikel',
          description: 'Beschreibung',
          quantity: 'Menge',
          unit_price: 'Einzelpreis netto',
          amount: 'Gesamt netto',
          currency: 'Währung',
        },
        values: { kind: { Termin: 'lead', Grundgebühr: 'retainer' } },
      },
    ],
    'an invoice with a fee a row': [
      'Invoice #,Line #,Prospect,Date of Meeting,Fee\n77,1,Anna Maier,6/2,250\n77,2,Bo Lang,6/3,250\n',
      'invoice',
      { columns: { amount: 'Fee' } },
    ],
    'an invoice whose items are discovery calls': [
      'Item,Description,Qty,Unit Price,Amount\nDiscovery Call,Anna Maier,1,250,250\nAppt,Bo Lang,1,250,250\n',
      'invoice',
      { values: { kind: { 'Discovery Call': 'lead', Appt: 'lead' } } },
    ],
    'an invoice whose products say nothing of what it bills': [
      'Num,Product/Service,Memo/Description,Qty,Sales Price,Amount\n7,SDR-01,Anna Maier,1,400.00,400.00\n7,Onboarding,June,1,900.00,900.00\n',
      'invoice',
      { columns: { invoice_no: 'Num' } },
    ],
    'an invoice with numbers of appointments': [
      'invoice_no;line_id;appt no;quantity;unit_price;amount;period\nR-7;1;T-1;1;400.00;400.00;06/2026\nR-7;2;T-2;1;400.00;400.00;06/2026\n',
      'invoice',
      { columns: { meeting_id: 'appt no' } },
    ],
    'what a warehouse computed': [
      'metric,definition,split_by,split_value,left_out,calls,unknown,considered,counted,total\ndials,885bac93cd35,,,,420,0,420,400,0.000000\n',
      'call_figures',
      { aggregates: 'what a warehouse computed.csv' },
    ],
    'German calls': [
      'Agent;Rufnummer;Datum;Dauer;Ergebnis\nPia;+49 30 5550101;13.06.2026 10:00;35;Nicht erreicht\nPia;+49 30 5550102;13.06.2026 10:05;240;Gespräch\n',
      'calls',
      {
        columns: { phone: 'Rufnummer', started_at: 'Datum', duration: 'Dauer', disposition: 'Ergebnis' },
        values: { disposition: { 'Nicht erreicht': 'no_answer', Gespräch: 'human' } },
      },
    ],
    'French meetings': [
      'N° RDV;Interlocuteur;Société;Téléphone;Courriel;Date du rendez-vous;Statut\nR-1;Anne Roy;Roy SA;+33 1 55 50 01 01;anne@roy.example;13/06/2026 10:00;Effectué\nR-2;Luc Petit;Petit SARL;+33 1 55 50 01 02;luc@petit.example;14/06/2026 10:00;Reporté\n',
      'meetings',
      {
        columns: {
          id: 'N° RDV',
          contact_name: 'Interlocuteur',
          email: 'Courriel',
          starts_at: 'Date du rendez-vous',
          outcome: 'Statut',
        },
        values: { outcome: { Effectué: 'held', Reporté: 'rescheduled' } },
      },
    ],
    'Spanish meetings': [
      'ID de la cita;Contacto;Empresa;Teléfono;Correo electrónico;Fecha de la cita;Estado\nC-1;Ana Ruiz;Ruiz SL;+34 91 555 0101;ana@ruiz.example;13/06/2026 10:00;Realizada\nC-2;Luis Gil;Gil SA;+34 91 555 0102;luis@gil.example;14/06/2026 10:00;No se presentó\n',
      'meetings',
      {
        columns: { id: 'ID de la cita', contact_name: 'Contacto', company: 'Empresa', starts_at: 'Fecha de la cita' },
        values: { outcome: { Realizada: 'held', 'No se presentó': 'no_show' } },
      },
    ],
  };
  test.each(Object.entries(IN_OTHER_WORDS))('knows %s', async (name, [text, source, entry]) => {
    const found = JSON.parse((await inspect(write(`${name}.csv`, text), '--format', 'json')).stdout).files[0];
    expect(found.recognized).toMatchObject({ source, confidence: 'sure' });
    expect(found.entry).toMatchObject(entry);
  });

  test('a header word means one field of its source, and is no name of another', () => {
    for (const [source, rows] of Object.entries(HEADER_WORDS)) {
      const fields = fieldsOf(source as SourceName);
      const words = rows.flatMap(([field, ...languages]) =>
        [...new Set(languages.flatMap((all) => all.split(', ').filter(Boolean)))].map((word) => ({ field, word })),
      );
      const names = Object.entries(fields).flatMap(([field, f]) =>
        [field, ...f.aliases].map((word) => ({ field, word })),
      );
      expect(rows.map(([field]) => field).filter((field) => !(field in fields))).toEqual([]);
      const twice = words.flatMap(({ field, word }) =>
        [...words, ...names].filter((w) => foldHeader(w.word) === foldHeader(word) && w.field !== field),
      );
      expect([source, twice]).toEqual([source, []]);
    }
  });

  test.each([
    ['no show / rebooked 6/14', 'no_show'],
    ['Rescheduled after prospect no-show', 'no_show_prospect'],
    ['HELD - confirmed by AE', 'held'],
    ['No show', 'no_show'],
    ['Canceled - not held', 'canceled'],
    // Two things: a person says which came last.
    ['was rescheduled -> held', undefined],
    ['Held (client no show first time)', undefined],
    ['Completed, rescheduled from 6/2', undefined],
  ])('takes "%s" for %s', (text, word) => {
    expect(guessWord('outcome', text)).toBe(word);
  });

  test('takes no id for a name, no kind of a cell for a company, and no address for an id', () => {
    const column = (header: string, ...samples: string[]) => ({
      header,
      samples,
      filled: samples.length,
      distinct: samples.length,
    });
    expect(guessColumn('meetings', 'contact_name', [column('Lead ID', 'LD/1', 'LD/2')])).toBeUndefined();
    const status = [column('fields.Status.id', 'sel1'), column('fields.Status.name', 'Held')];
    expect(guessColumn('meetings', 'outcome', status)).toBe('fields.Status.name');
    expect(guessColumn('meetings', 'company', [column('properties.Company.type', 'rich_text')])).toBeUndefined();
    const email = [column('Official Email ID', 'a@alm.example', 'b@birch.example')];
    expect(guessColumn('meetings', 'id', email)).toBeUndefined();
    expect(guessColumn('meetings', 'email', email)).toBe('Official Email ID');
  });

  test('takes the ids of leads for those of the rows where each row is a lead', async () => {
    const rows = (second: string): string =>
      `Lead ID,Contact,Email,Delivered\nSQ-1,Ann,a@alm.example,2026-06-02 10:00\n${second},Bo,b@birch.example,2026-06-03 10:00\n`;
    const leads = await inspect(write('leads.csv', rows('SQ-2')));
    expect(parse(leads.stdout.slice(leads.stdout.indexOf('sources:'))).sources.meetings[0].columns).toEqual({
      id: 'Lead ID',
    });
    const twice = await inspect(write('twice.csv', rows('SQ-1')));
    expect(twice.stdout).not.toContain('id: Lead ID');
  });

  test('reads the first of several meetings of a row, and says that there are more', async () => {
    const text = `Prospect,Email,Meeting 1,Status 1,Meeting 2,Status 2
Ann Lee,ann@alm.example,6/2/2026 10:00 AM,Showed,,
Bob Ray,bob@birch.example,6/13/2026 11:00 AM,No Show,6/20/2026 11:00 AM,Showed
`;
    const { stdout } = await inspect(write('people-of-june.csv', text));
    expect(stdout).toContain('looks like meetings');
    expect(parse(stdout.slice(stdout.indexOf('sources:'))).sources.meetings[0].columns).toEqual({
      id: 'Email',
      starts_at: 'Meeting 1',
      outcome: 'Status 1',
    });
    expect(stdout).toContain('add an entry of this file for Meeting 2, with the same id');
  });

  test('takes the time beside a day for its own, in whatever language', async () => {
    const text = (hours: string[]): string =>
      ['E-mail,Datum afspraak,Tijd', ...hours.map((hour, i) => `p${i}@p${i}.example,1${i}-6-2026,${hour}`)].join('\n');
    const entryOf = async (name: string, hours: string[]): Promise<Record<string, unknown>> => {
      const { stdout } = await inspect(write(name, `${text(hours)}\n`), '--source', 'meetings');
      return parse(stdout.slice(stdout.indexOf('sources:'))).sources.meetings[0].columns;
    };
    expect(await entryOf('tijd.csv', ['9:00', '13:30', '16:00', '10:00'])).toMatchObject({
      starts_at: { date: 'Datum afspraak', time: 'Tijd' },
    });
    // Lengths look alike.
    expect(await entryOf('duur.csv', ['0:30', '1:00', '0:45', '0:30'])).toMatchObject({ starts_at: 'Datum afspraak' });
  });

  test('takes no label with its value for the header', async () => {
    const text =
      'Invoice #,INV-0611,,\nDate,7/1/2026,,\n,,,\nLine,Description,Qty,Amount\n1,Meeting of Ada Berg,1,$350.00\n2,Meeting of Bo Orff,1,$350.00\n';
    const found = JSON.parse((await inspect(write('bill.csv', text), '--format', 'json')).stdout).files[0];
    expect([found.recognized.source, found.text.header_line, found.rows]).toEqual(['invoice', 4, 2]);
  });

  test('takes no line of totals for the header, though one of its words is the name of a column', async () => {
    const text = 'Line #,Who,Qty/Hrs,Price,Sum of line\n1,Ada Berg,1,$350,$350\n2,Bo Orff,1,$350,$350\n,,,Total,$700\n';
    const found = JSON.parse((await inspect(write('sums.csv', text), '--format', 'json')).stdout).files[0];
    expect([found.text.header_line, found.rows]).toEqual([1, 2]);
  });

  test.each([
    ['a title that is padded', 'Tracker June,,,\nFirst,Second,Third,Fourth\n'],
    ['names with a sign or a number first', '#,First,1st Meeting,2nd Meeting\n'],
  ])('finds a header of which it knows no name: %s', async (_, head) => {
    const text = `${head}1,Ada Berg,6/13/2026,6/14/2026\n2,Bo Orff,6/14/2026,6/15/2026\n`;
    const found = JSON.parse((await inspect(write('tracker.csv', text), '--format', 'json')).stdout).files[0];
    expect([found.text.header_line, found.rows]).toEqual([head.split('\n').length - 1, 2]);
  });

  test('names both columns of a day with the name of its month and its time', async () => {
    const text =
      'ID,Contact,Email,Date,Time,Status\n1,Ada Berg,ada@berg.example,2-Jun-26,10:00 AM,Held\n2,Bo Orff,bo@orff.example,03-Jun-2026,11:00 AM,Held\n';
    const found = JSON.parse((await inspect(write('named-days.csv', text), '--format', 'json')).stdout).files[0];
    expect(found.entry.columns).toMatchObject({ starts_at: { date: 'Date', time: 'Time' } });
  });

  test('names both columns of a day and its time, and reads neither alone', async () => {
    const text =
      'Meeting ID,Prospect,Meeting Date,Meeting Time,Status\nA-1,Ada,2026-06-02,10:00 AM,held\nA-2,Bo,2026-06-03,2:30 PM,held\n';
    const { stdout } = await inspect(write('tracker.csv', text), '--source', 'meetings', '--format', 'json');
    const found = JSON.parse(stdout).files[0];
    expect(found.entry.columns).toEqual({ starts_at: { date: 'Meeting Date', time: 'Meeting Time' } });
    expect(found.guesses).toContainEqual(expect.objectContaining({ key: 'columns.starts_at.time' }));
    expect(found.needs_zone).toBe(true);
    expect(found.problems).toEqual([]);
  });

  test('names the day that a start and an end share, and takes it for nothing else', async () => {
    const text =
      'Meeting ID,Prospect,Date,Start Time,End Time,Status\nA-1,Ada,2026-06-02,10:00 AM,10:30 AM,held\nA-2,Bo,2026-06-03,2:30 PM,3 PM,held\n';
    const path = write('shared-day.csv', text);
    const found = JSON.parse((await inspect(path, '--source', 'meetings', '--format', 'json')).stdout).files[0];
    expect(found.entry.columns).toEqual({
      starts_at: { date: 'Date', time: 'Start Time' },
      ends_at: { date: 'Date', time: 'End Time' },
    });
    expect(found.problems).toEqual([]);
    const crm = JSON.parse((await inspect(path, '--source', 'crm', '--format', 'json')).stdout).files[0];
    expect(crm.entry.columns).toEqual({ starts_at: { date: 'Date', time: 'Start Time' } });
  });

  test('reads times in the zone that their header says', async () => {
    const text = 'Meeting ID,Prospect,Meeting Date,Time (PT),Status\nA-1,Ada,6/13/2026,3 PM,held\nA-2,Bo,,,held\n';
    const found = JSON.parse((await inspect(write('pacific.csv', text), '--format', 'json')).stdout).files[0];
    expect(found.entry).toMatchObject({
      columns: { starts_at: { date: 'Meeting Date', time: 'Time (PT)' } },
      zones: { PT: 'America/Los_Angeles' },
    });
    expect(found.needs_zone).toBe(false);
    expect(found.problems.map((p: { code: string }) => p.code)).not.toContain('bad_instant');
  });

  test('proposes an id, and the zones of a column, for a sheet that is kept by hand', async () => {
    const text =
      'Prospect Name,Email,Company,Meeting Date,Meeting Time,Time Zone,Status\nAda Berg,ada@alm.example,Alm,6/13/2026,3 PM,EST,held\nBo Orff,bo@elm.example,Elm,6/14/2026,10:30 AM,PT,held\n';
    const found = JSON.parse((await inspect(write('kept.csv', text), '--format', 'json')).stdout).files[0];
    expect(found.recognized.source).toBe('meetings');
    expect(found.entry).toMatchObject({
      columns: {
        id: { join: ['Email', 'Meeting Date'] },
        starts_at: { date: 'Meeting Date', time: 'Meeting Time', zone: 'Time Zone' },
      },
      zones: { EST: 'America/New_York', PT: 'America/Los_Angeles' },
    });
    expect(found.needs_zone).toBe(false);
    expect(found.columns.find((c: { header: string }) => c.header === 'Email').field).toBe('email');
  });

  test.each([
    ['First Name,Last Name', 'Ada,Berg', ['First Name', 'Last Name']],
    ['Prospect Last Name,Prospect First Name', 'Berg,Ada', ['Prospect First Name', 'Prospect Last Name']],
    ['Name,Vorname', 'Berg,Ada', ['Vorname', 'Name']],
    ['Prénom,Nom', 'Ada,Berg', ['Prénom', 'Nom']],
  ])('joins a name that stands in two columns: %s', async (header, cells, join) => {
    const text = `Meeting ID,${header},Start,Status\nA-1,${cells},2026-06-13T10:00Z,held\n`;
    const found = JSON.parse((await inspect(write('names.csv', text), '--format', 'json')).stdout).files[0];
    expect(found.entry.columns).toEqual({ contact_name: { join } });
    const unnamed = text.replace('Meeting ID', 'Row');
    const { stdout } = await inspect(write('names.csv', unnamed), '--source', 'meetings', '--format', 'json');
    expect(JSON.parse(stdout).files[0].entry.columns.id).toEqual({ join: [...join, 'Start'] });
  });

  test.each([
    ['Reset', 'rescheduled'],
    ['Rebooked', 'rescheduled'],
    ['❌ Did not sit', 'no_show'],
    ["Didn't attend", 'no_show'],
    ['Sat', 'held'],
    // What did not happen does not say what did.
    ['Not held', 'CHOOSE'],
    ['not yet confirmed', 'CHOOSE'],
    ['Incomplete', 'CHOOSE'],
  ])('guesses what "%s" means: %s', async (word, meaning) => {
    const text = `id,contact_name,starts_at,outcome\nA-1,Ada,2026-06-02T10:00Z,"${word}"\n`;
    const found = JSON.parse((await inspect(write('word.csv', text), '--format', 'json')).stdout).files[0];
    expect(found.entry.values).toEqual({ outcome: { [word]: meaning } });
  });

  test.each(['Held?', 'Meeting Held', 'Held (Yes/No)', 'Showed'])(
    'takes a box to tick for the outcome, and for no id: %s',
    async (header) => {
      const rows = ['Ada,6/13/2026 10:00,TRUE', 'Bo,6/14/2026 10:00,FALSE', 'Cy,6/15/2026 10:00,FALSE'];
      const text = `Prospect,Meeting Date,${header}\n${rows.join('\n')}\n`;
      const found = JSON.parse((await inspect(write('ticked.csv', text), '--format', 'json')).stdout).files[0];
      expect(found.entry.columns).toEqual({ outcome: header, id: { join: ['Prospect', 'Meeting Date'] } });
      expect(found.entry.values).toEqual({ outcome: { TRUE: 'held', FALSE: 'CHOOSE' } });
    },
  );

  test('takes no days for an outcome, and no name of a meeting for a company', async () => {
    const days = 'Id,Prospect,Date of 1st Meeting,Date of 2nd Meeting\nA-1,Ada,6/13/2026 10:00,6/14/2026 11:00\n';
    const named = 'Id,Contact,Start,Status,Meeting name\nA-1,Ada,6/13/2026 10:00,held,Alm x Northwind\n';
    const columnsOf = async (text: string): Promise<unknown> =>
      JSON.parse((await inspect(write('sheet.csv', text), '--source', 'crm', '--format', 'json')).stdout).files[0].entry
        .columns;
    expect((await columnsOf(days)) ?? {}).not.toHaveProperty('outcome');
    expect(await columnsOf(named)).toBeUndefined();
  });

  test('takes what lies with the evidence for the client’s, and an export of a CRM wherever it lies', async () => {
    const rows =
      'id,contact_name,email,company,booked_at,starts_at,outcome\n1,Ada Berg,ada@alm.example,Alm,2026-05-02,2026-06-13T10:00Z,held\n';
    const events =
      'Activity ID,Subject,Start,End,Assigned,Name,Email,Company / Account,Status,Created Date\n00U1,Intro,6/13/2026 10:00 AM,6/13/2026 10:30 AM,Tess,Ada Berg,ada@alm.example,Alm,Held,5/28/2026\n';
    mkdirSync(join(scratch.path, 'evidence'), { recursive: true });
    const sourceOf = async (name: string, text: string): Promise<string> =>
      JSON.parse((await inspect(write(name, text), '--format', 'json')).stdout).files[0].recognized.source;
    expect(await sourceOf('rows.csv', rows)).toBe('meetings');
    expect(await sourceOf('evidence/rows.csv', rows)).toBe('crm');
    expect(await sourceOf('events.csv', events)).toBe('crm');
    // A vendor's sheet whose start nobody finds is no evidence of the client.
    const moved =
      'Meeting ID,Original Date,New Date,Prospect,Company,Email,Status\nA1,6/2/2026,,Dana Keller,Alder,dana@alder.example,Held\n';
    expect(await sourceOf('sheet.csv', moved)).toBe('meetings');
    const called = (cell: string): string =>
      `Ref,Prospect,Account,Work email,Meeting (ET),Result\nA-1,Ada Alm,Alm AB,ada@alm.example,${cell},Completed\n`;
    expect(await sourceOf('tracker.csv', called('06/13/2026 2:30 PM'))).toBe('meetings');
    const entryOf = async (text: string): Promise<unknown> =>
      JSON.parse((await inspect(write('tracker.csv', text), '--format', 'json')).stdout).files[0].entry.columns;
    expect(await entryOf(called('06/13/2026 2:30 PM'))).toMatchObject({ id: 'Ref', starts_at: 'Meeting (ET)' });
    expect(await entryOf(called('Intro: Alm'))).not.toHaveProperty('starts_at');
  });

  test.each([
    // Zoho: nothing but an address would be in a list of deals as well.
    [
      'Meetings_2026.csv',
      'Record Id,Title,From,To,Host,Contact Name,Contact Email,Related To,Meeting Status,Created Time\n1,Intro,13/06/2026 10:00 AM,13/06/2026 10:30 AM,Tess,Ada Berg,ada@alm.example,Alm,-None-,28/05/2026 09:00 AM\n',
      { starts_at: 'From' },
      { outcome: { '-None-': 'unknown' } },
    ],
    // Airtable: two columns say what came of it, and the one with words says more.
    [
      'evidence/Grid view.csv',
      'Name,Contact,Contact Email,Account,Meeting Time,Attended,Result\nAlm,Ada Berg,ada@alm.example,Alm,6/13/2026 10:00am,checked,✅ Held\nElm,Bo Orff,bo@elm.example,Elm,6/14/2026 9:00am,,❌ No show\n',
      { outcome: 'Result' },
      { outcome: { '✅ Held': 'held', '❌ No show': 'no_show' } },
    ],
    [
      'evidence/board.csv',
      'Name,Contact,Email,Company,Meeting date,Held?,Owner\nAlm,Ada Berg,ada@alm.example,Alm,2026-06-13 10:00,checked,Tess\n',
      { outcome: 'Held?' },
      { outcome: { checked: 'held' } },
    ],
    [
      'evidence/kept.csv',
      'Date,Due Time,Who,Company,Email,Happened?\n6/13/2026,10:00am,Ada Berg,Alm,,Not Started\n',
      { contact_name: 'Who', outcome: 'Happened?', starts_at: { date: 'Date', time: 'Due Time' } },
      { outcome: { 'Not Started': 'scheduled' } },
    ],
  ])('knows the meetings of a CRM, or of a sheet beside it: %s', async (name, text, columns, values) => {
    mkdirSync(join(scratch.path, 'evidence'), { recursive: true });
    const found = JSON.parse((await inspect(write(name, text), '--format', 'json')).stdout).files[0];
    expect(found.recognized.source).toBe('crm');
    expect(found.entry).toMatchObject({ columns, values });
  });

  test.each([
    [
      'hubspot-contacts.csv',
      'Record ID,First Name,Last Name,Email,Phone Number,Company Name,Lead Status,Create Date',
      'crm',
    ],
    ['evidence/leads.csv', 'Name,Email,Phone,Company / Account,Lead Status,Created Date', 'crm'],
    ['report17.csv', 'Lead Owner,First Name,Last Name,Title,Company / Account,Email,Lead Status,Create Date', 'crm'],
    // Outside of the evidence they may be what the vendor delivered.
    ['leads.csv', 'Name,Email,Phone,Company / Account,Lead Status,Created Date', 'meetings'],
    // A list that is called one stays one, whoever is named in it.
    [
      'assigned-accounts.csv',
      'Record ID,First Name,Last Name,Email,Phone Number,Company Name,Lead Status,Create Date',
      'accounts',
    ],
    ['target.csv', 'Company,Email,From,To,Contact', 'accounts'],
    ['june.csv', 'Name,Email,Company,Date,Source', 'meetings'],
    ['handovers-june.csv', 'Name,Email,Company,Date,Source', 'handovers'],
    ['mql.csv', 'First Name,Last Name,Email,Company,Became an MQL Date,Original Source', 'handovers'],
    ['deals.csv', 'Deal Name,Company,Email,Deal Stage,Create Date', 'opportunities'],
    [
      'hubspot.csv',
      'Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Create Date,Associated Company',
      'opportunities',
    ],
    [
      'pd.csv',
      'Deal - ID,Deal - Title,Deal - Organization,Deal - Stage,Deal - Status,Deal - Deal created',
      'opportunities',
    ],
  ])('takes people for people: %s', async (name, header, source) => {
    mkdirSync(join(scratch.path, 'evidence'), { recursive: true });
    const cells = header
      .split(',')
      .map((label) =>
        /date|from|to$/i.test(label)
          ? '2026-06-13'
          : /mail/i.test(label)
            ? 'ada@alm.example'
            : /phone/i.test(label)
              ? '+1 617 555 0101'
              : 'Alm',
      );
    const found = JSON.parse((await inspect(write(name, `${header}\n${cells}\n`), '--format', 'json')).stdout).files[0];
    expect(found.recognized.source).toBe(source);
    if (source === 'crm') expect(found.entry.columns?.outcome).toBeUndefined();
  });

  test('takes a sheet with an ID and a Status for no export of a calendar', async () => {
    const text = 'ID,Prospect,Meeting Date,Status\nA-1,Ada,6/13/2026 10:00,held\nA-2,Bo,6/14/2026 10:00,held\n';
    const found = JSON.parse((await inspect(write('sheet.csv', text), '--format', 'json')).stdout).files[0];
    expect(found.recognized).toMatchObject({ source: 'meetings', preset: 'generic' });
    expect(found.problems).toEqual([]);
  });

  test('takes headers that every calendar has for no export of a system that has them too', async () => {
    const text =
      'Subject,Start,End,Attendees\nAlder <> Hale,2026-09-08 10:00,2026-09-08 10:30,sam@hale.example\nBirch <> Hale,2026-09-09 10:00,2026-09-09 10:30,sam@hale.example\n';
    const found = JSON.parse((await inspect(write('outlook.csv', text), '--format', 'json')).stdout).files[0];
    expect(found.recognized).toEqual({
      source: 'calendar',
      preset: 'generic',
      confidence: 'sure',
      why: '4 of 4 headers are known',
    });
    expect(found.quarantined).toBe(0);
  });

  test('knows a roster, and shifts of which the day stands apart', async () => {
    const of = async (name: string, text: string) =>
      JSON.parse((await inspect(write(name, text), '--format', 'json')).stdout).files[0];
    const roster = await of(
      'agents.csv',
      'Agent ID,Agent Name,Hire Date,Termination Date,Location\nA1,Eve Prado,2025-01-02,,Cebu\n',
    );
    expect(roster.recognized).toMatchObject({ source: 'roster', confidence: 'sure' });
    const shifts = await of('log.csv', 'Agent,Date,Login Time,Logout Time\nEve Prado,2026-06-01,21:00,05:00\n');
    expect(shifts.recognized).toMatchObject({ source: 'sessions', confidence: 'sure' });
    expect(shifts.entry.columns).toEqual({
      login_at: { date: 'Date', time: 'Login Time' },
      logout_at: { date: 'Date', time: 'Logout Time' },
    });
  });

  test('proposes the rows of an export of firms that are customers', async () => {
    const text =
      'Account Name,Website,Type,Churn Date\nAlm AG,alm.example,Customer - Direct,\nBirch,birch.example,Former Customer,2026-01-31\nElm,elm.example,Prospect,\n';
    const found = JSON.parse((await inspect(write('customers.csv', text), '--format', 'json')).stdout).files[0];
    expect(found.entry).toMatchObject({ only: { Type: ['Customer - Direct'] } });
    expect(found.columns.map((c: { field: string }) => c.field)).toEqual(['company', 'domain', null, 'to']);
  });

  test('knows how a deal ended, and when, by a status beside its stage', async () => {
    const proposed = async (name: string, text: string) =>
      JSON.parse((await inspect(write(name, text), '--format', 'json')).stdout).files[0].entry;
    const pipedrive =
      'Deal - ID,Deal - Organization,Deal - Stage,Deal - Status,Deal - Deal created,Deal - Won time,Deal - Lost time\n1,Alm,Demo,Lost,2026-06-01,,2026-06-20\n2,Birch,Demo,Won,2026-06-01,2026-06-20,\n';
    expect((await proposed('pd.csv', pipedrive)).columns).toMatchObject({
      deal_status: 'Deal - Status',
      closed_at: { first_filled: ['Deal - Lost time', 'Deal - Won time'] },
    });
    const close =
      'id,account,status_type,status_label,date_created,closed_on\no1,Alm,active,Demo,2026-06-01,\no2,Birch,lost,No fit,2026-06-01,2026-06-20\n';
    expect(await proposed('close.csv', close)).toMatchObject({
      columns: { stage: 'status_label' },
      values: { deal_status: { active: 'open' } },
    });
  });

  test('tells lists with the same columns by the name of the file', async () => {
    const list = 'domain,company,since\nmaier.example,Maier AG,2026-01-01\n';
    const sourceOf = async (name: string, text = list): Promise<string> =>
      JSON.parse((await inspect(write(name, text), '--format', 'json')).stdout).files[0].recognized.source;
    expect(await sourceOf('customers-q2.csv')).toBe('customers');
    expect(await sourceOf('Competitors.csv')).toBe('competitors');
    expect(await sourceOf('customer-accounts-report.csv')).toBe('customers');
    expect(await sourceOf('assigned-accounts.csv')).toBe('accounts');
    // Who is something since a day is a customer.
    expect(await sourceOf('list.csv')).toBe('customers');
    expect(await sourceOf('list.csv', 'domain,company\nmaier.example,Maier AG\n')).toBe('accounts');
  });

  test('says that a file of a mark alone is empty', async () => {
    const { code, stdout, stderr } = await inspect(write('mark.csv', Uint8Array.of(0xff, 0xfe)));
    expect(code).toBe(2);
    expect(stdout + stderr).toContain('empty_file');
  });

  test('is unsure of a file of which it knows no header', async () => {
    const { stdout } = await inspect(write('strange.csv', 'Haus;Baum\nrot;12\nblau;13\n'));
    expect(stdout).toContain('unsure');
  });

  test('prints JSON that its schema describes', async () => {
    const { stdout } = await inspect(write('drop.csv', DROP), '--format', 'json');
    const schema = JSON.parse(readFileSync('schemas/inspection.schema.json', 'utf8'));
    const validate = new Ajv({ strict: false }).compile(schema);
    validate(JSON.parse(stdout));
    expect(validate.errors ?? []).toEqual([]);
  });

  const invoiceOf = (amounts: readonly string[], header = 'line_id,meeting_id,amount', rest = ''): string =>
    `${header}\n${amounts.map((amount, i) => `L${i},M${i},"${amount}"${rest}\n`).join('')}`;

  test.each<[string, string, string]>([
    ['euros', invoiceOf(['€ 400,00', '€ 1.350,00']), 'amount: EUR, by "€" in 2 of 2 cells'],
    ['pounds', invoiceOf(['£400.00', '350.00']), 'amount: GBP, by "£" in 1 of 2 cells'],
    ['crowns', invoiceOf(['400 kr', '350 kr.']), 'amount: SEK, NOK or DKK, by "kr" in 2 of 2 cells'],
    ['crowns by their code too', invoiceOf(['400 kr', '350 SEK']), 'amount: SEK, by "kr" in 1 of 2 cells, "SEK" in'],
    ['dollars', invoiceOf(['$400.00']), 'amount: USD, CAD, AUD, NZD, MXN, SGD or HKD, by "$"'],
    ['nothing', invoiceOf(['400.00']), 'amount: no currency is written; looked at as amounts with two decimals'],
    ['two', invoiceOf(['$400.00', '€350.00']), 'amount: currencies that do not go together: "$" in 1 of 2 cells, "€"'],
    [
      'a column of codes',
      invoiceOf(['400.00'], 'line_id,meeting_id,amount,Currency', ',CHF'),
      'amount: no currency is written in it\n  Currency: CHF, by "CHF" in 1 of 1 cells',
    ],
    [
      'its name',
      invoiceOf(['400.00'], 'line_id,meeting_id,Amount due EUR'),
      'Amount due EUR: EUR, by "EUR" in its name',
    ],
  ])('says in which currency amounts are: %s', async (_, file, says) => {
    const columns = file.includes('due EUR') ? ['--source', 'invoice'] : [];
    const { code, stdout } = await inspect(write('money.csv', file), ...columns);
    expect([code, stdout]).toEqual([0, expect.stringContaining(says)]);
    expect(stdout).toContain('Nothing is wrong with it.');
  });

  test('reads amounts in the currency that is written', async () => {
    const { stdout } = await inspect(write('fils.csv', invoiceOf(['BHD 1,400.125', 'BHD 350.500'])));
    expect(stdout).toContain('amount: BHD, by "BHD" in 2 of 2 cells');
    expect(stdout).toContain('Nothing is wrong with it.');
    const unsure = await inspect(write('unsure.csv', invoiceOf(['BHD 400.125'])));
    expect(unsure.stdout).toMatch(/decimals: point # check: /);
    const bare = await inspect(write('bare.csv', invoiceOf(['12.5', '350.0625'])));
    expect(bare.stdout).toContain('is not an amount with two decimals at most');
    expect(bare.stdout).not.toContain('USD');
  });

  test('says nothing of money where no amounts are read', async () => {
    expect((await inspect(write('drop.csv', DROP))).stdout).not.toContain('Money');
  });

  test('reads gzip and stdin', async () => {
    const plain = JSON.parse((await inspect(write('drop.csv', DROP), '--format', 'json')).stdout).files[0];
    const packed = JSON.parse((await inspect(write('drop.csv.gz', gzipSync(DROP)), '--format', 'json')).stdout)
      .files[0];
    expect(packed.columns).toEqual(plain.columns);
    expect(packed.sha256).not.toBe(plain.sha256);
  });

  test('shows hostile cells, and never obeys them', async () => {
    const hostile = `id,starts_at,outcome\n"\u001b]0;owned\u0007",2026-06-02T10:00,held\n"\u202eM-2",2026-06-03T10:00,held\n`;
    const { stdout, stderr } = await inspect(write('hostile.csv', hostile));
    for (const obeyed of ['\u0007', '\u001b', '\u202e']) expect(stdout + stderr).not.toContain(obeyed);
  });

  test('ends with 2 where nothing can be read', async () => {
    for (const name of ['nowhere.csv', write('book.xlsx', 'PK\u0003\u0004rest'), write('empty.csv', '')]) {
      const { code, stdout, stderr } = await inspect(name);
      expect([name, code, stdout]).toEqual([name, 2, '']);
      expect(stderr).toMatch(/^error\[/);
    }
  });
});
