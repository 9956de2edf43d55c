/** A number in international form whose "+" the export leaves out. */
export const withPlus = (text: string): string => (/^\d{8,15}$/.test(text) ? `+${text}` : text);
