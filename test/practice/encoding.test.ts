import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DELIMITERS, type RequestDelimiter } from "../../main/practice/batch/rows.ts";
import {
  ask,
  BATCH,
  credentialsOf,
  header,
  imported,
  postForm,
  practiceServer,
  refused,
} from "../helpers/practice.ts";

const FIELDS = ["code", "first_name", "custom_field_1", "customer_password"] as const;
const delimiters = Object.keys(DELIMITERS) as RequestDelimiter[];

describe("values", () => {
  test("come out exactly as they went in, unless they hold the delimiter or a line break", async () => {
    const server = await practiceServer();
    const text = fc.string({ unit: "grapheme", maxLength: 12 });
    const loose = fc.string({ unit: "binary", maxLength: 12 }).map((each) => each.toWellFormed());
    const nasty = fc.constantFrom(
      "",
      " ",
      "007",
      "a+b",
      "100%",
      "%41",
      "&=;",
      '"',
      "\\",
      "\0",
      "\ufeff",
    );
    const value = fc.oneof(text, loose, nasty);
    const rows = fc.array(fc.tuple(value, value, value, value), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.constantFrom(...delimiters),
        fc.constantFrom("\n", "\r\n", "\r", "\n\n"),
        async (given, delimiter, lineBreak) => {
          const mark = DELIMITERS[delimiter];
          const clean = given.map((row) =>
            row.map((each) => each.replace(/[\r\n]/g, "").replaceAll(mark, "")),
          );
          const profiles_data = clean.map((row) => row.join(mark)).join(lineBreak);
          const all = { ...BATCH, delimiter, ...header(...FIELDS), profiles_data };
          expect(await ask(server, all)).toMatchObject({ status: "success" });
          expect(server.applied().at(-1)).toMatchObject({ fields: FIELDS, rows: clean });
        },
      ),
      { numRuns: 150 },
    );
  });

  test("are stored with every byte of theirs", async () => {
    const server = await practiceServer();
    const odd = ["A ", " “Zoë” & Ægir + 花子 👩‍👩‍👧 é", "100% a+b=c;d", "\0'--"];
    await ask(server, { ...BATCH, ...header(...FIELDS), profiles_data: odd.join("|") });
    expect(server.customers()[0]?.fields).toEqual(
      Object.fromEntries(FIELDS.map((field, index) => [field, odd[index]])),
    );
  });
});

describe("lines", () => {
  test("end at any line break; blank ones are passed over, as around the example's data", async () => {
    const server = await practiceServer();
    const profiles_data = "\nA|1|x|y\r\n\r\nB|2|x|y\rC|3|x|y\n  \nD|4|x|y\n";
    const answer = await ask(server, { ...BATCH, ...header(...FIELDS), profiles_data });
    expect(answer).toEqual(imported(4, 0));
  });

  test("of delimiters alone are rows of empty values", async () => {
    const server = await practiceServer();
    const data = { ...BATCH, ...header(...FIELDS), delimiter: "tab", profiles_data: "\t\t\t" };
    expect(await ask(server, data)).toMatchObject({ batch: { customers: { new: "1" } } });
  });

  test("do not end at other separators of Unicode", async () => {
    const server = await practiceServer();
    const profiles_data = "A\u2028B|\u0085|\u000b|\u000c";
    await ask(server, { ...BATCH, ...header(...FIELDS), profiles_data });
    expect(server.applied()[0]?.rows).toEqual([["A\u2028B", "\u0085", "\u000b", "\u000c"]]);
  });
});

describe("a form", () => {
  test("is decoded as UTF-8, percent-encoded or raw", async () => {
    const server = await practiceServer();
    const form = new URLSearchParams({ ...credentialsOf(server), ...BATCH, ...header(...FIELDS) });
    await postForm(server.url, Buffer.from(`${form}&profiles_data=Zoë|%5A%6f%c3%AB|a+b|%2B`));
    expect(server.applied()[0]?.rows).toEqual([["Zoë", "Zoë", "a b", "+"]]);
  });

  test("is refused where it is no UTF-8, as nothing may be guessed", async () => {
    const server = await practiceServer();
    const form = new URLSearchParams({ ...credentialsOf(server), ...BATCH, ...header(...FIELDS) });
    for (const data of [
      "%E9|a|b|c",
      "%C0%AF|a|b|c",
      "%ED%A0%80|a|b|c",
      "100%|a|b|c",
      "%zz|a|b|c",
    ]) {
      const reply = await postForm(server.url, `${form}&profiles_data=${data}`);
      expect(await reply.text()).toContain("not percent-encoded UTF-8");
    }
    const latin1 = Buffer.from(`${form}&profiles_data=Zo\u00eb|a|b|c`, "latin1");
    expect(await (await postForm(server.url, latin1)).text()).toContain("not valid UTF-8");
    expect(server.applied()).toEqual([]);
  });

  test("is refused with a parameter sent twice or with too many of them", async () => {
    const server = await practiceServer();
    const form = new URLSearchParams({ ...credentialsOf(server), output: "JSON", ...BATCH });
    const twice = await postForm(server.url, `${form}&delimiter=comma`);
    expect(await twice.text()).toContain("Parameter sent twice: delimiter");
    const many = Array.from({ length: 5001 }, (_, index) => `p${index}=`).join("&");
    expect(await (await postForm(server.url, many)).text()).toContain("Too many parameters");
  });

  test("may be empty or nonsense, and is told what is missing", async () => {
    const server = await practiceServer();
    for (const body of ["", "&&&", "=", "nonsense"]) {
      const reply = await postForm(server.url, body);
      expect(await reply.text()).toContain("<error>Missing parameter: API</error>");
    }
    expect(await ask(server, { type: "" })).toEqual(refused("Missing parameter: type"));
  });
});
