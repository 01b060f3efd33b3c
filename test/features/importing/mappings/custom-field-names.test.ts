import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Fault } from "../../../../main/practice/faults/fault.ts";
import { DEFAULT_CONNECTION_SETTINGS } from "../../../../preload/connection-settings.ts";
import { type TestApp, testApp } from "../../../app/window.ts";
import { practiceServer } from "../../../helpers/practice.ts";
import { faults } from "../../../helpers/servers/faults.ts";
import { tempDir } from "../../../helpers/temp-dir.ts";

const LIST = "Code,Shoe size,Favourite product\nA,38,Tea\nB,41,Soap\n";

/** A window with one account that names custom_field_1 and 2, and lists that are opened over it. */
async function shop() {
  const names: { fault: Fault | undefined } = { fault: undefined };
  const server = await practiceServer({
    faults: ({ type }) => (type === "manage_fields" ? names.fault : undefined),
  });
  const app = await testApp();
  const { userId, apiKey, accountId } = server.credentials;
  const { id } = await app.call("connections.save", {
    ...{ id: null, name: "Store", url: server.url, userId, apiKey, accountId },
    settings: DEFAULT_CONNECTION_SETTINGS,
  });
  return { app, id, names };
}

function open(app: TestApp, text = LIST) {
  const path = join(tempDir(), "list.csv");
  writeFileSync(path, text);
  return app.call("drafts.create", { fileId: app.registerFile(path) });
}

async function fieldsOf(app: TestApp, draftId: number) {
  const { mapping } = await app.call("drafts.get", { draftId });
  return mapping.map(({ field, columns }) => `${field}=${columns.join()}`);
}

const NAMED = ["code=0", "custom_field_2=1", "custom_field_1=2"];

test("columns named like the account's custom fields are proposed for the list that is open when the API first names them", async () => {
  const { app } = await shop();
  const { id } = await open(app);
  await app.until((event) => event.kind === "draft" && event.draftId === id);
  expect(await fieldsOf(app, id)).toEqual(NAMED);
});

test("what the API named the last time is proposed at once, while it does not answer or refuses the key", async () => {
  const { app, id, names } = await shop();
  await app.call("connections.customFields", { id });
  names.fault = faults.hang("before-reading");
  const first = await open(app);
  expect(await fieldsOf(app, first.id)).toEqual(NAMED);
  expect((await app.call("connections.customFields", { id })).map(({ label }) => label)).toContain(
    "Shoe size",
  );
  const saved = (await app.call("connections.list", {})).find((one) => one.id === id);
  await app.call("connections.save", {
    ...{ id, name: "Store", url: saved?.url ?? "", userId: "x", accountId: saved?.accountId ?? "" },
    ...{ apiKey: "wrong", settings: DEFAULT_CONNECTION_SETTINGS },
  });
  const second = await open(app);
  expect(await fieldsOf(app, second.id)).toEqual(NAMED);
});

test("a mapping that a person has changed stays as it is when the API names fields", async () => {
  const { app, id, names } = await shop();
  names.fault = faults.gateway(502, false);
  const draft = await open(app);
  const own = [{ field: "code" as const, columns: [1], transforms: [] }];
  await app.call("drafts.setMapping", { draftId: draft.id, mapping: own });
  // What asks for the names at the same time asks with whoever asks already, and that is refused.
  await app.call("connections.customFields", { id });
  names.fault = undefined;
  await app.call("connections.customFields", { id });
  const untouched = await open(app);
  expect(await fieldsOf(app, untouched.id)).toEqual(NAMED);
  expect(await fieldsOf(app, draft.id)).toEqual(["code=1"]);
});

test("names of another account are not taken over when the connection changes to it", async () => {
  const { app, id, names } = await shop();
  await app.call("connections.customFields", { id });
  names.fault = faults.gateway(502, false);
  const saved = (await app.call("connections.list", {})).find((one) => one.id === id);
  await app.call("connections.save", {
    ...{ id, name: "Store", url: saved?.url ?? "", userId: saved?.userId ?? "" },
    ...{ accountId: "another", apiKey: null, settings: DEFAULT_CONNECTION_SETTINGS },
  });
  const { id: draftId } = await open(app);
  expect(await fieldsOf(app, draftId)).toEqual(["code=0"]);
});

test("fields that the API names count among those that replacing customers empties", async () => {
  const { app, id } = await shop();
  await app.call("connections.customFields", { id });
  const draft = await open(app, "Code,Shoe size\nA,38\n");
  const options = { ...draft.options, duplicates: "yes" as const };
  const { emptied } = await app.call("drafts.setOptions", { draftId: draft.id, options });
  expect(emptied).toContain("custom_field_1");
  expect(emptied).not.toContain("custom_field_2");
});
