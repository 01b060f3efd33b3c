import { SECRET_FIELDS } from "../../../../preload/fields.ts";
import type {
  Example,
  FileReading,
  Finding,
  ListColumn,
  Mapping,
} from "../../../../preload/types.ts";
import { secretWord } from "../../sources/headers/secret-words.ts";
import { lookUpHeader } from "../headers/lookup.ts";

/** What stands for a secret value in pages and previews, whatever its length. */
export const MASK = "••••";

/** Hashes of passwords as password files hold them. */
const HASH = /^(?:\$(?:2[abxy]|argon2\w*|P|H|1|5|6|y)\$|\{S?SHA\d*\}|pbkdf2)/;

/** Indexes of columns whose values are to be shown to nobody: by field, header or values. */
export function secretColumns(
  columns: readonly ListColumn[],
  mapping: Mapping,
): ReadonlySet<number> {
  const secret = columns.filter((column) => {
    const fields = mapping.flatMap(({ field, columns: used }) =>
      used.includes(column.index) ? [field] : [],
    );
    return (
      fields.some((field) => SECRET_FIELDS.has(field)) ||
      looksSecret(column, fields.includes("postal_code"))
    );
  });
  return new Set(secret.map(({ index }) => index));
}

function looksSecret({ header, samples }: ListColumn, isPostal: boolean): boolean {
  const word = secretWord(header);
  if (word === "password" || SECRET_FIELDS.has(meaningOf(header))) return true;
  if (word === "pin" && !isPostal) return true;
  return samples.length > 0 && samples.every((sample) => HASH.test(sample));
}

function meaningOf(header: string) {
  const meaning = lookUpHeader(header)?.meaning;
  return meaning === "customer_password" || meaning === "customer_PIN" ? meaning : "code";
}

/** Findings without the examples and choices' values that stand in secret columns. */
export function maskFindings(
  findings: readonly Finding[],
  secret: ReadonlySet<number>,
): readonly Finding[] {
  const isSecret = ({ column }: Example) => column !== undefined && secret.has(column);
  return findings.map((finding) => {
    const { example, choices, ...others } = finding;
    return {
      ...others,
      ...(example === undefined || isSecret(example) ? {} : { example }),
      ...(choices === undefined
        ? {}
        : { choices: choices.map((one) => (isSecret(one) ? { ...one, seen: MASK } : one)) }),
    };
  });
}

/** A first look as it may be shown. */
export function maskReading(reading: FileReading, mapping: Mapping): FileReading {
  const secret = secretColumns(reading.columns, mapping);
  if (secret.size === 0) return reading;
  const shown = (value: string) => (value.trim() === "" ? value : MASK);
  return {
    ...reading,
    notices: maskFindings(reading.notices, secret),
    columns: reading.columns.map((column) =>
      secret.has(column.index) ? { ...column, samples: column.samples.map(shown) } : column,
    ),
    firstRows: reading.firstRows.map((row) =>
      row.row <= reading.headerRow
        ? row
        : { ...row, cells: row.cells.map((cell, at) => (secret.has(at) ? shown(cell) : cell)) },
    ),
  };
}
