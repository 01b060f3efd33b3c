import { Group, Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { COLUMN_BORDERS } from "../../../preload/choices.ts";
import type { FileReading } from "../../../preload/types.ts";

/** All that can be chosen, whatever the program has taken the list for. */
const ENCODINGS = [
  "UTF-8",
  "windows-1252",
  "ISO-8859-1",
  "ISO-8859-15",
  "windows-1250",
  "windows-1251",
  "windows-1253",
  "windows-1254",
  "windows-1255",
  "windows-1256",
  "windows-1257",
  "windows-874",
  "ISO-8859-2",
  "ISO-8859-5",
  "ISO-8859-7",
  "KOI8-R",
  "KOI8-U",
  "CP437",
  "CP737",
  "CP850",
  "CP852",
  "CP857",
  "CP862",
  "IBM866",
  "macintosh",
  "maccyrillic",
  "UTF-16LE",
  "UTF-16BE",
  "Shift_JIS",
  "EUC-JP",
  "ISO-2022-JP",
  "EUC-KR",
  "GB18030",
  "Big5",
];
type Delimiter = (typeof COLUMN_BORDERS)[number];

export interface TextReadingProps {
  readonly reading: FileReading;
  readonly onChange: (change: { encoding?: string; delimiter?: Delimiter }) => void;
}

/** How a text file is read; the guess is preset. What the format does not have is not asked. */
export function TextReading({ reading, onChange }: TextReadingProps) {
  const { t } = useTranslation("import");
  const { delimiter } = reading;
  // The XML of a flat OpenDocument file says its own encoding; no choice would change it.
  const encoding = reading.format === "ods" ? null : reading.encoding;
  if (encoding === null && delimiter === null) return null;
  const known = ENCODINGS.find((name) => name.toLowerCase() === encoding?.toLowerCase());
  const encodings = known === undefined && encoding !== null ? [encoding, ...ENCODINGS] : ENCODINGS;
  return (
    <Group gap="md">
      {encoding !== null && (
        <Select
          size="sm"
          label={t("file.encoding")}
          data={encodings}
          value={known ?? encoding}
          onChange={(value: string | null) => value !== null && onChange({ encoding: value })}
        />
      )}
      {delimiter !== null && (
        <Select
          size="sm"
          label={t("file.delimiter")}
          data={COLUMN_BORDERS.map((value) => ({
            value,
            label: t(`file.delimiters.${nameOf(value)}`),
          }))}
          value={COLUMN_BORDERS.find((one) => one === delimiter) ?? null}
          onChange={(value: string | null) => {
            const chosen = COLUMN_BORDERS.find((one) => one === value);
            if (chosen !== undefined) onChange({ delimiter: chosen });
          }}
        />
      )}
    </Group>
  );
}

function nameOf(delimiter: Delimiter): string {
  switch (delimiter) {
    case ",":
      return "comma";
    case ";":
      return "semicolon";
    case "\t":
      return "tab";
    case "|":
      return "bar";
    case "blanks":
      return "blanks";
  }
}
