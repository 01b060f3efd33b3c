import { describe, expect, test } from "vitest";
import {
  ask,
  BATCH,
  credentialsOf,
  DOLLARS,
  header,
  type Parameters,
  postForm,
  practiceServer,
  refused,
  sendRows,
} from "../helpers/practice.ts";

const COMPLETE: Parameters = { ...BATCH, ...header("code", "first_name"), profiles_data: "A|Ann" };

async function without(name: string): Promise<unknown> {
  const server = await practiceServer();
  const all = { ...credentialsOf(server), output: "JSON", ...COMPLETE, [name]: "" };
  const response = await postForm(server.url, new URLSearchParams(all));
  expect(response.status).toBe(200);
  expect(server.customers()).toEqual([]);
  return response.json();
}

async function answerTo(parameters: Parameters): Promise<unknown> {
  const server = await practiceServer();
  const reply = await ask(server, { ...COMPLETE, ...parameters });
  expect(server.customers()).toEqual([]);
  return reply;
}

describe("a request is refused, with nothing changed,", () => {
  test("where a required parameter is missing", async () => {
    for (const name of [
      "API",
      "user_id",
      "user_api_key",
      "account_id",
      "type",
      "delimiter",
      "campaigns_to_include",
      "profiles_data",
    ]) {
      expect(await without(name)).toEqual(refused(`Missing parameter: ${name}`));
    }
  });

  test.each<readonly [Parameters, string]>([
    [{ API: "1.4" }, "Parameter API must be 1.5"],
    [
      { type: "customer" },
      "Parameter type must be customers_batch or account_info or campaigns_list or manage_fields",
    ],
    [{ delimiter: "semicolon" }, "Parameter delimiter must be pipe or comma or tab"],
    [
      { overwrite_duplicates: "no" },
      "Parameter overwrite_duplicates must be yes or update or ignore",
    ],
    [{ allow_undo: "no" }, "Parameter allow_undo may only be 'yes' or left out"],
    [{ no_undo: "1" }, "Parameter no_undo may only be 'yes' or left out"],
    [
      { allow_undo: "yes", no_undo: "yes" },
      "Parameters allow_undo and no_undo contradict each other",
    ],
    [{ condensed: "true" }, "Parameter condensed may only be 'yes' or left out"],
    [
      { card_number_generate: "ten" },
      "Parameter card_number_generate must be a whole number from 1 to 32",
    ],
    [
      { card_number_generate: "33" },
      "Parameter card_number_generate must be a whole number from 1 to 32",
    ],
    [{ campaigns_to_include: "89898989989" }, "Unknown campaign: 89898989989"],
    [{ campaigns_to_include: " , " }, "Missing parameter: campaigns_to_include"],
    [{ Profiles_Data: "B|Bob" }, "Parameter profiles_data sent twice"],
    [{ profiles_data: "\r\n \n" }, "No data to import"],
    [{ profiles_header_2: "custome_date" }, "Unknown field: custome_date"],
    [{ profiles_header_2: "code" }, "Field given twice: code"],
    [{ profiles_header_2: "custom_field_0" }, "Unknown field: custom_field_0"],
    [{ profiles_header_0: "email" }, "Unknown parameter: profiles_header_0"],
    [{ profiles_header_x: "email" }, "Unknown parameter: profiles_header_x"],
    [{ profiles_header_5: "email" }, "Missing parameter: profiles_header_3"],
    [{ profiles_header_3: "email" }, "Row 1 has 2 fields, 3 expected"],
    [{ profiles_data: "A|Ann|x" }, "Row 1 has 3 fields, 2 expected"],
    [{ profiles_data: "\nA|Ann\n\nB" }, "Row 2 has 1 fields, 2 expected"],
  ])("for %j", async (parameters, message) => {
    expect(await answerTo(parameters)).toEqual(refused(message));
  });

  test("for any wrong credential, always in the same words", async () => {
    for (const name of ["user_id", "user_api_key", "account_id"]) {
      expect(await answerTo({ [name]: "wrong" })).toEqual(refused("Invalid credentials"));
    }
  });

  test("for an unknown output, in XML", async () => {
    const server = await practiceServer();
    const all = { ...credentialsOf(server), ...COMPLETE, output: "YAML" };
    const response = await postForm(server.url, new URLSearchParams(all));
    expect(await response.text()).toContain("<error>Parameter output must be JSON or XML</error>");
  });

  test("for dates that are not YYYY-MM-DD or do not exist", async () => {
    for (const date of ["04-03-2010", "1990-2-3", "1990-02-31", "1990-13-01", "1990-01-01 "]) {
      const server = await practiceServer();
      expect(await sendRows(server, ["code", "custom_date"], [`A|${date}`])).toEqual(
        refused("Row 1 has a custom_date that is not YYYY-MM-DD"),
      );
    }
  });

  test("for an amount that does not suit the first campaign", async () => {
    for (const amount of ["a coffee", "-5", "1,5", "1.234", "1e3"]) {
      const server = await practiceServer();
      const answer = await sendRows(server, ["code", "auto_add"], [`A|${amount}`], {
        campaigns_to_include: DOLLARS,
      });
      expect(answer).toEqual(
        refused("Row 1 has an auto_add that is no amount, as a campaign of type dollars needs it"),
      );
    }
  });

  test("with at most twenty errors at once", async () => {
    const rows = Array.from({ length: 50 }, () => "A|B|C");
    const server = await practiceServer();
    expect(await sendRows(server, ["code", "first_name"], rows)).toMatchObject({
      errors: { length: 20 },
    });
  });
});

describe("a request is accepted", () => {
  test("with user_password in place of user_api_key", async () => {
    const server = await practiceServer();
    const key = { user_api_key: "", user_password: server.credentials.apiKey };
    expect(await ask(server, { ...COMPLETE, ...key })).toMatchObject({ status: "success" });
  });

  test("with Profiles_Data in place of profiles_data", async () => {
    const server = await practiceServer();
    const { profiles_data: data = "", ...rest } = COMPLETE;
    expect(await ask(server, { ...rest, Profiles_Data: data })).toMatchObject({
      status: "success",
    });
  });

  test("with a single header number left out, in the order of the numbers", async () => {
    const server = await practiceServer();
    const headers = {
      profiles_header_4: "email",
      profiles_header_1: "code",
      profiles_header_2: "",
    };
    const { profiles_header_2: _, ...given } = headers;
    const both = { ...given, profiles_header_3: "last_name" };
    await ask(server, { ...BATCH, ...both, profiles_data: "A|Ash|a@example.com" });
    expect(server.customers()[0]?.fields).toEqual({
      code: "A",
      last_name: "Ash",
      email: "a@example.com",
    });
  });

  test("with parameters that nobody knows", async () => {
    const server = await practiceServer();
    expect(await ask(server, { ...COMPLETE, client: "1" })).toMatchObject({ status: "success" });
  });
});
