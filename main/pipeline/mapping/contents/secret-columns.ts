import { SECRET_FIELDS } from "../../../../preload/fields.ts";
import type { FileReading, Finding, ListColumn, Mapping } from "../../../../preload/types.ts";
import { plainLetters } from "../../../common/plain-letters.ts";
import { lookUpHeader } from "../headers/lookup.ts";

/** What stands for a secret value in pages and previews, whatever its length. */
export const MASK = "••••";

/** Words of passwords, in plain letters; "clave" alone is a code as well. */
const PASSWORD =
  /pass(?:\s?word|wd|phrase|code|wort)|\bpwd?\b|kenn?wort|contrasen|\bclave (?:de acceso|secreta|personal)|\bmot de passe|\bmdp\b|\bsenha|palavra[- ]passe|wachtwoord|parola d.ordine/;
/** Words of PINs; in India the postal code is one too. */
const PIN = /(?:^|[^a-z])pin(?:[^a-z]|$)|\bpin(?:code|nummer|nr)\b|geheimzahl/;
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
  // `customerPassword`, `user_pin`: words in one.
  const words = plainLetters(header.replace(/(\p{Ll})(?=\p{Lu})/gu, "$1 ")).replace(/[_.]/g, " ");
  if (PASSWORD.test(words) || SECRET_FIELDS.has(meaningOf(header))) return true;
  if (PIN.test(words) && !isPostal) return true;
  return samples.length > 0 && samples.every((sample) => HASH.test(sample));
}

function meaningOf(header: string) {
  const meaning = lookUpHeader(header)?.meaning;
  return meaning === "customer_password" || meaning === "customer_PIN" ? meaning : "code";
}

/** Findings without the examples that stand in secret columns. */
export function maskFindings(
  findings: readonly Finding[],
  secret: ReadonlySet<number>,
): readonly Finding[] {
  return findings.map((finding) => {
    const { example, ...others } = finding;
    return example?.column !== undefined && secret.has(example.column) ? others : finding;
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
