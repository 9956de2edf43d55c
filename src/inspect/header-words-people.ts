import type { Row } from './header-words.ts';

/** A person and the company that they are of. */
export const PERSON: readonly Row[] = [
  [
    'contact_name',
    'contact full name, full contact name, attendee name, decision maker, person name, who, customer name, associated contact, name of prospect, name of the prospect, name of contact, name of lead, name of person',
    'ansprechpartner, ansprechpartnerin, ansprechperson, kontakt, kontaktperson, kontaktname, gesprächspartner, interessent',
    'interlocuteur, nom du contact, nom contact, nom complet, nom du prospect, nom',
    'contacto, nombre del contacto, nombre de contacto, persona de contacto, nombre completo, interlocutor',
  ],
  [
    'email',
    'mail, email contact, work email',
    'e-mail-adresse, mailadresse, e-mail adresse, e-mail kontakt',
    'courriel, adresse e-mail, adresse email, adresse mail, mél',
    'correo, correo electrónico, dirección de correo, e-mail de contacto',
  ],
  [
    'phone',
    'mobile no, mobile number, tel no, telephone no, direct phone, direct dial, direct line, phone no, work phone, dialed number, number dialed, phone dialed, phone number dialed, called number, number called, to number, external number, customer number, customer phone, customer phone number, contact number, contact phone number, prospect phone, prospect number, lead phone, customer endpoint address',
    'telefon, telefonnummer, telefon-nr, tel, rufnummer, gewählte rufnummer, zielrufnummer, durchwahl, mobil, handy, mobilnummer',
    'téléphone, numéro de téléphone, n° de téléphone, tél, portable, numéro appelé, numéro',
    'teléfono, número de teléfono, tel. de contacto, móvil, celular, número marcado, número',
  ],
  [
    'company',
    'firm, prospect company, business name, employer',
    'firma, firmenname, unternehmen, name der firma, gesellschaft, betrieb',
    "société, entreprise, nom de la société, nom de l'entreprise, raison sociale",
    'empresa, nombre de la empresa, compañía, sociedad, razón social',
  ],
];

export const DOMAIN: Row = [
  'domain',
  'web domain',
  'webseite, internetseite, homepage',
  'site web, site internet, domaine',
  'sitio web, página web, dominio',
];

/** When a meeting starts; the words of a language that say most stand first. */
export const STARTS: Row = [
  'starts_at',
  'meeting start, meeting starts, date of meeting, appointment date, appointment time, date of appointment, appt date, appt time, appointment, scheduled for, meeting date/time, meeting',
  'termindatum, termin datum, datum termin, termin am, termin beginn, terminbeginn, terminzeit, termin, startdatum, datum, beginn',
  'date rdv, date du rdv, date de rendez-vous, date du rendez-vous, rendez-vous, rdv, date de début, date et heure, début, date',
  'fecha cita, fecha de la cita, fecha de cita, fecha reunión, fecha de la reunión, cita, fecha de inicio, fecha y hora, inicio, fecha',
];

/** What came of a meeting. */
export const OUTCOME: Row = [
  'outcome',
  'result, disposition, appointment status, meeting result, attendance status, held, held yes no, held y n, meeting held, showed, showed up, attended, took place, happened, did it happen',
  'ergebnis, stattgefunden, terminstatus, termin status, verlauf',
  'statut, résultat, issue, statut du rdv',
  'estado, resultado, estado de la cita, estatus',
];

/** A list of companies, dated. */
export const LIST: readonly Row[] = [
  ['domain', 'web domain', 'webseite, homepage', 'site web, domaine', 'sitio web, dominio'],
  [
    'company',
    'company name',
    'firma, kunde, unternehmen, kundenname',
    'société, client, entreprise',
    'empresa, cliente, compañía',
  ],
  ['from', 'valid from', 'gültig ab, ab', 'valable à partir du, du', 'válido desde, desde'],
  ['to', 'valid to, valid until', 'gültig bis, bis', "valable jusqu'au, au", 'válido hasta, hasta'],
  ['since', 'customer since', 'kunde seit, seit', 'client depuis, depuis', 'cliente desde'],
  ['sent_at', 'sent', 'versandt am, gesendet am', 'envoyé le', 'enviado el'],
];
