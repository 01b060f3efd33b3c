import fc from "fast-check";
import { expect, test } from "vitest";
import { createListCheck } from "../../../main/pipeline/staging/thread/checked-rows.ts";
import { likelyDomain } from "../../../main/pipeline/validation/email-slip.ts";
import type { ImportOptions } from "../../../preload/types.ts";

test.each([
  ["ann@gmial.com", "gmail.com"],
  ["ann@gmai.com", "gmail.com"],
  ["ann@Gmail.con", "gmail.com"],
  ["ann@gmail.co", "gmail.com"],
  ["ann@mgail.com", "gmail.com"],
  ["ann@gamil.com", "gmail.com"],
  ["ann@hotmial.com", "hotmail.com"],
  ["ann@hotmal.es", "hotmail.es"],
  ["ann@outlok.com", "outlook.com"],
  ["ann@yahooo.com", "yahoo.com"],
  ["ann@yaho.co.uk", "yahoo.co.uk"],
  ["ann@iclould.com", "icloud.com"],
])("%s may be meant to be at %s", (address, domain) => {
  expect(likelyDomain(address)).toBe(domain);
});

test.each([
  ...["gmail.com", "googlemail.com", "yahoo.es", "yahoo.se", "hotmail.co.uk", "hotmail.be"],
  ...["gmx.com", "gmx.de", "mail.com", "email.com", "ymail.com", "web.de", "live.com", "msn.com"],
  ...["cloud.com", "me.com", "aol.com", "gail.com", "hmail.com", "outlook.jp", "yahoo.co.jp"],
  ...["example.com", "bluewin.ch", "t-online.de", "shop.gmail.example", "rocketmail.com"],
])("%s is a domain of its own", (domain) => {
  expect(likelyDomain(`ann@${domain}`)).toBeNull();
});

test("whatever stands behind the sign, the answer is a domain that is near, or none", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const domain = likelyDomain(`ann@${text}`);
      if (domain === null) return;
      expect(Math.abs(domain.length - text.slice(text.lastIndexOf("@") + 1).length)).toBeLessThan(
        2,
      );
    }),
  );
});

test("the check of a list tells it on the row, as a warning that says which domain is near", () => {
  const fields = ["code", "email"] as const;
  const columns = fields.map((header, index) => ({ index, header, samples: [] }));
  const mapping = fields.map((field, index) => ({ field, columns: [index], transforms: [] }));
  const options: ImportOptions = {
    connectionId: null,
    campaigns: [],
    duplicates: "update",
    generateCardNumbers: null,
    keepUndoState: true,
    repeatedRows: "keep-all",
  };
  const { check } = createListCheck({ headerRow: 1, mapping, options, columns });
  const problems = (address: string) => check({ number: 2, cells: ["K1", address] }).own;
  expect(problems("ann@gmial.com")).toMatchObject([
    { code: "email-slip", severity: "warning", params: { domain: "gmail.com" } },
  ]);
  expect(problems("ann@gmail.com")).toEqual([]);
});
