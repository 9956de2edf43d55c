import type { HeaderWords } from './header-words.ts';
import { DOMAIN, LIST, OUTCOME, PERSON, STARTS } from './header-words-people.ts';

/** Sources of the client. */
export const CLIENT_WORDS: HeaderWords = {
  attendance: [
    [
      'meeting_id',
      'meeting ref',
      'termin-id, besprechungs-id, meeting-id',
      'id de réunion, id réunion',
      'id de reunión, id de la reunión',
    ],
    [
      'name',
      'attendee, participant name',
      'teilnehmer, teilnehmername',
      'participant, nom, nom complet',
      'participante, nombre, nombre completo',
    ],
    [
      'email',
      'mail, participant email',
      'e-mail-adresse, e-mail adresse',
      'courriel, adresse e-mail',
      'correo, correo electrónico',
    ],
    [
      'joined_at',
      'joined on',
      'beitritt, beigetreten, beitrittszeit, erster beitritt',
      "heure d'arrivée, arrivée, première connexion",
      'hora de entrada, entrada, primera entrada',
    ],
    [
      'left_at',
      'left on',
      'verlassen, austritt, letzte abwesenheit',
      'heure de départ, départ, dernière déconnexion',
      'hora de salida, salida, última salida',
    ],
    ['role', '', 'rolle', 'rôle', 'función, rol'],
  ],
  recordings: [
    ['meeting_id', 'meeting ref', 'termin-id', 'id rdv', 'id cita'],
    [
      'started_at',
      'recorded at, start time, recording start',
      'aufgenommen am, beginn, datum',
      'enregistré le, début, date',
      'grabado el, inicio, fecha',
    ],
    ['duration', 'length', 'dauer', 'durée', 'duración'],
    ['file', 'file name, recording', 'datei, dateiname', 'fichier', 'archivo, fichero'],
  ],
  crm: [
    ['meeting_id', 'meeting ref, vendor meeting id', 'termin-nr, terminnummer', 'id rdv, n° rdv', 'id cita'],
    ...PERSON,
    DOMAIN,
    ['company', 'company account', '', '', ''],
    STARTS,
    ['starts_at', 'activity date, event start, due date, from', '', '', ''],
    OUTCOME,
    ['owner', 'assigned to', 'zuständig, besitzer, inhaber', 'propriétaire, responsable', 'propietario, responsable'],
    [
      'modified_at',
      'modified, updated at',
      'geändert am, zuletzt geändert',
      'modifié le, dernière modification',
      'modificado el, última modificación',
    ],
  ],
  decisions: [
    [
      'meeting_id',
      'meeting ref, appointment id, appt id, meeting',
      'termin-nr, terminnummer, termin-id',
      'id rdv, n° rdv',
      'id cita, nº de cita',
    ],
    ['decision', 'verdict, accepted rejected, accepted, acceptance', 'entscheidung', 'décision', 'decisión'],
    ['reason', 'rejection reason, reject reason, return reason', 'grund, ablehnungsgrund', 'motif, raison', 'motivo'],
    [
      'at',
      'decided on, decision date, reviewed on, rejected on',
      'datum, entschieden am',
      'décidé le',
      'fecha, decidido el',
    ],
  ],
  opportunities: [
    [
      'account',
      'account company, associated company, deal organization, organization',
      'firma, konto',
      'société, compte',
      'empresa, cuenta',
    ],
    ['contact', 'person email work, primary contact email', 'e-mail-adresse', 'courriel, adresse e-mail', 'correo'],
    ['stage', 'deal stage, status label', 'phase, stufe', 'étape', 'etapa, fase'],
    ['amount', 'deal value, value', 'betrag, volumen', 'montant', 'importe'],
    [
      'created_at',
      'deal created, deal deal created, created time, date created',
      'erstellt am',
      'créé le',
      'creado el',
    ],
    ['closed_at', '', 'geschlossen am, abgeschlossen am', 'clôturé le', 'cerrado el'],
  ],
  accounts: LIST,
  customers: LIST,
  competitors: LIST,
};
