/** A sheet of a million rows and a hundred columns is about 6 GiB of XML. */
export const MAX_SHEET_BYTES = 16 * 1024 * 1024 * 1024;
