import { expect, test } from "vitest";
import {
  MASK,
  maskReading,
  secretColumns,
} from "../../../main/pipeline/mapping/contents/secret-columns.ts";
import type { FileReading, Mapping } from "../../../preload/types.ts";

function isSecret(header: string, sample = "4711", mapping: Mapping = []): boolean {
  return secretColumns([{ index: 0, header, samples: [sample] }], mapping).has(0);
}

test.each([
  "Password",
  "user_password",
  "CustomerPassword",
  "Login Passwd",
  "PWD",
  "Passcode",
  "Kodeord",
  "Zugangscode",
  "Secret word",
  "Passwort",
  "Kennwort",
  "Contraseña",
  "Clave de acceso",
  "Mot de passe",
  "Senha",
  "Wachtwoord",
  "Hasło",
  "Lösenord",
  "Salasana",
  "Şifre",
  "Пароль",
  "パスワード",
  "暗証番号",
  "비밀번호",
  "会员密码",
  "PIN",
  "Customer PIN",
  "card_pin",
  "PIN-Code",
  "Geheimzahl",
])("values of a column %s are shown to nobody", (header) => {
  expect(isSecret(header)).toBe(true);
});

test.each([
  "Passport",
  "Passenger",
  "Compass",
  "Clave",
  "Spin class",
  "Opinion",
  "Shipping address",
  "Pinterest",
  "Code",
])("values of a column %s are shown", (header) => {
  expect(isSecret(header)).toBe(false);
});

test("what is mapped to a password or PIN is a secret under any header, a postal code is none", () => {
  const to = (field: "customer_PIN" | "postal_code"): Mapping => [
    { field, columns: [0], transforms: [] },
  ];
  expect(isSecret("Geburtsort", "1234", to("customer_PIN"))).toBe(true);
  expect(isSecret("PIN code", "110001", to("postal_code"))).toBe(false);
  expect(isSecret("Field 7", "$2y$10$N9qo8uLOickgx2ZMRZoMye")).toBe(true);
});

test("a first look is masked below the headers, and empty cells stay empty", () => {
  const columns = [
    { index: 0, header: "Card", samples: ["7001"] },
    { index: 1, header: "PIN", samples: ["1234"] },
  ];
  const firstRows = [
    { row: 1, cells: ["Card", "PIN"] },
    { row: 2, cells: ["7001", "1234"] },
    { row: 3, cells: ["7002", ""] },
  ];
  const notices = [
    { code: "rows-misread", example: { seen: "Ã©", meant: "é", column: 1 } },
    { code: "rows-misread", example: { seen: "Ã©", meant: "é", column: 0 } },
  ];
  const reading = { columns, firstRows, headerRow: 1, notices } as unknown as FileReading;
  const masked = maskReading(reading, []);
  expect(masked.notices.map(({ example }) => example?.seen)).toEqual([undefined, "Ã©"]);
  expect(masked.columns.map(({ samples }) => samples)).toEqual([["7001"], [MASK]]);
  expect(masked.firstRows.map(({ cells }) => cells[1])).toEqual(["PIN", MASK, ""]);
});
