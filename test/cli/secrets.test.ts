import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { toAppError } from "../../main/common/errors.ts";
import { hideSecrets } from "../../main/pipeline/api/hide-secrets.ts";
import { MASK } from "../../main/pipeline/batches/mask.ts";
import { httpReply, rawServer } from "../helpers/servers/raw-server.ts";
import { cli, STORE } from "./cli.ts";

const KEY = "k&y/9 3b41c0ffee";
const credentials = { userId: "ana", apiKey: KEY, accountId: "store" };

/** A server that repeats the whole request in its error, as it came and as it was meant. */
async function repeating(form: string) {
  const words = `https://api.example.com/?user_api_key=${encodeURIComponent(KEY)} key "${KEY}"; row 2: PIN 98765, password Hunter22 of ana@example.com`;
  const json = JSON.stringify({ status: "error", error: words });
  const xml = `<response status="error"><error>${words.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}</error></response>`;
  const server = await rawServer({
    onRequest: (socket) => socket.write(httpReply(form === "json" ? json : xml)),
  });
  return { url: `http://127.0.0.1:${server.port}/`, credentials };
}

test.each(["json", "xml"])(
  "a key, password or PIN that the platform repeats in an error (%s) comes out nowhere",
  async (form) => {
    const { run, connect, list, dataDir } = cli();
    await connect(await repeating(form));
    const path = list(
      "people.csv",
      "code,email,customer_PIN,customer_password\nC1,ana@example.com,98765,Hunter22",
    );
    const out = join(dataDir, "..", "rejected.csv");
    const told = [
      await run(["profile", "test", "Store"]),
      await run(["import", path, ...STORE, "--json"]),
      await run(["queue", "list", "--json"]),
      await run(["history", "show", "1", "--json"]),
      await run(["history", "export", "1", "--what", "rejected", "--out", out]),
      await run(["undo", "1", "--dry-run", "--json"]),
    ];
    expect(told.map(({ status }) => status)).toEqual([5, 5, 0, 0, 0, 0]);
    const logs = readdirSync(join(dataDir, "logs")).map((name) => join(dataDir, "logs", name));
    const [tested, ...later] = told.map((each) => each.out + each.err);
    expect(tested).toContain("user_api_key=");
    expect(tested).not.toContain("c0ffee");
    const files = [out, ...logs].map((file) => readFileSync(file, "utf8"));
    for (const text of [...later, ...files]) {
      for (const secret of ["c0ffee", "98765", "Hunter22"]) expect(text).not.toContain(secret);
    }
    expect(later[0]).toContain(`row 2: PIN ${MASK}, password ${MASK}`);
    expect(files.slice(1).join("")).not.toContain("ana@example.com");
  },
);

test("an unforeseen error tells its kind and place, and nothing of what was read", () => {
  const errorOf = (work: () => unknown): unknown => {
    try {
      return work();
    } catch (error) {
      return error;
    }
  };
  const quoting = errorOf(() => JSON.parse("ana@example.com"));
  expect(String(quoting)).toContain("ana@exa");
  expect(toAppError(quoting).detail).toMatch(/^SyntaxError at secrets\.test\.ts:\d+$/);
  const coded = Object.assign(new TypeError("Received 'ana'"), { code: "ERR_INVALID_ARG_VALUE" });
  expect(toAppError(coded).detail).toMatch(/^TypeError ERR_INVALID_ARG_VALUE at /);
  expect(toAppError("ana@example.com").detail).toBe("string");
});

test("secrets are hidden in every spelling, and chance likenesses stay readable", () => {
  const secret = `a<b>"c" & 'd'/é`;
  const form = encodeURIComponent(secret);
  for (const text of [
    secret,
    form,
    form.replaceAll("%20", "+"),
    form.replace(/%../g, (hex) => hex.toLowerCase()),
    JSON.stringify(secret).slice(1, -1),
    "a&lt;b&gt;&quot;c&quot; &amp; &#039;d&#039;/é",
  ]) {
    expect(hideSecrets(`before ${text} after`, [secret]), text).toBe(`before ${MASK} after`);
  }
  expect(hideSecrets("Row 123: PIN 123, not 1234", ["123"])).toBe(
    `Row ${MASK}: PIN ${MASK}, not 1234`,
  );
  expect(hideSecrets("Row 12 of 3", ["12", "3", ""])).toBe("Row 12 of 3");
});

test("what looks like a password or PIN is in clear neither in the words of inspect nor in its JSON", async () => {
  const { run, list } = cli();
  const path = list(
    "people.csv",
    "Card Number,Kennwort,PIN,customer_password\n7000001,Hunter22,9876,Sesame11\n",
  );
  for (const more of [[], ["--json"]]) {
    const { out, err } = await run(["inspect", path, ...more]);
    expect(out).toContain("7000001");
    for (const secret of ["Hunter22", "9876", "Sesame11"]) expect(out + err).not.toContain(secret);
  }
});

test("an encrypted list is read with its password, which comes out nowhere", async () => {
  const { run } = cli();
  const path = join(import.meta.dirname, "../fixtures/sources/encrypted.xlsx");
  const password = "secret";
  const importing = ["import", path, "--profile", "Practice", "--campaign", "1"] as const;
  for (const words of [["inspect", path], ["rows", path], importing]) {
    const asked = await run(words);
    expect(asked.status).toBe(3);
    expect(asked.err).toContain("protected with a password");
    expect(asked.err).toContain("--password-env VAR or --password-stdin");
  }
  const env = { LIST_PASSWORD: password };
  const byName = await run(["inspect", path, "--password-env", "LIST_PASSWORD"], { env });
  const byInput = await run(["inspect", path, "--password-stdin"], { input: `${password}\n` });
  const wrong = await run(["inspect", path, "--password-stdin"], { input: "Secret\n" });
  expect(wrong.err).toContain("--password-env VAR or --password-stdin");
  const missing = await run(["inspect", path, "--password-env", "LIST_PASSWORD"]);
  const rows = await run(["rows", path, "--password-env", "LIST_PASSWORD"], { env });
  expect([rows.status, rows.out.split("\n").length]).toEqual([0, 22]);
  expect([byName, byInput, wrong, missing].map(({ status }) => status)).toEqual([0, 0, 3, 2]);
  expect(byInput.out).toBe(byName.out);
  for (const { out, err } of [byName, byInput, wrong]) {
    expect(out + err).not.toMatch(/\bsecret\b/i);
  }
});
