/** What a person may choose as a list, by the endings of file names. */
export const LIST_ENDINGS = ["xlsx", "xlsm", "xlsb", "xls", "ods", "csv", "tsv", "txt"] as const;
