import { expect, test } from "vitest";
import { openPayload, sealPayload } from "../../../main/records/imports/batches/payload.ts";
import { createVault } from "../../../main/records/vault/vault.ts";

const vault = createVault(new Uint8Array(32));

test("the rows of a batch come back as they were sealed", () => {
  const payload = {
    fields: ["code", "first_name"],
    rows: [{ row: 2, values: ["C1", "Ana"] }],
  } as const;
  expect(openPayload(vault, sealPayload(vault, payload))).toEqual(payload);
});

test("rows that an earlier version kept with their hashes are read", () => {
  const sealed = vault.sealJson({ fields: ["code"], rows: [[2, "5pXh…", ["C1"]]] });
  expect(openPayload(vault, sealed)).toEqual({
    fields: ["code"],
    rows: [{ row: 2, values: ["C1"] }],
  });
});
