/** How dates may be written in a list. Apart from the contract, whose checks the window does not need. */
export const dateFormats = [
  "YYYY-MM-DD",
  "DD/MM/YYYY",
  "MM/DD/YYYY",
  "YYYY/MM/DD",
  "DD/MM/YY",
  "MM/DD/YY",
  "YYYYMMDD",
  "DDMMYYYY",
  "MMDDYYYY",
] as const;
