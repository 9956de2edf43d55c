/** How a title begins to which a calendar puts that the event is cancelled, in the language of whoever cancels; French has a blank before the colon. */
const CANCELED_TITLE = /^\s*(cancell?ed|abgesagt|annulée?|cancelad[ao]|annullat[ao]|geannuleerd)( event)?\s*:/i;

/** Whether the title of an event says that it is cancelled, also where its status still says confirmed (Outlook). */
export const isCanceledTitle = (title: string): boolean => CANCELED_TITLE.test(title.normalize('NFC'));
