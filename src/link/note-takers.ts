/** Automated participants, by the names they join under. */
export const NOTE_TAKERS =
  /\b(note ?taker|notetaking|meeting notes|fireflies(\.ai)?|otter(\.ai| pilot)?|read\.ai|fathom|gong( recorder)?|chorus|avoma|tl;?dv|meetgeek|grain|sembly|copilot|recorder bot|bot)\b/i;
