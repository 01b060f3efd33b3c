import { expect, test } from "vitest";
import { DEFAULT_CONNECTION_SETTINGS } from "../../../preload/connection-settings.ts";
import { practiceServer } from "../../helpers/practice.ts";
import { workshop } from "./workshop.ts";

test("the request of a past batch is the one that was sent, whatever its connection is now", async () => {
  const server = await practiceServer();
  const shop = workshop(server);
  const importId = await shop.put("code,first_name\nA1,Anna\n");
  await shop.send();
  const batchId = shop.history.get(importId).batches[0]?.id ?? 0;
  const before = shop.history.batch(batchId);
  expect(before.sentTo).toBe(server.url);
  expect(before.request).toContainEqual({ name: "user_id", value: server.credentials.userId });
  expect(before.request.at(-1)?.name).toBe("profiles_data");
  shop.connections.save({
    ...{ id: shop.connectionId, name: "Other", url: "https://other.example.com/" },
    ...{ userId: "somebody", accountId: "elsewhere", apiKey: "secret-key" },
    settings: {
      ...DEFAULT_CONNECTION_SETTINGS,
      compatibility: {
        ...{ dataParameter: "Profiles_Data", campaignSeparator: "|,|" },
        ...{ keyParameter: "user_password", lineBreak: "\r\n" },
      },
    },
  });
  expect(shop.history.batch(batchId)).toEqual(before);
  shop.connections.remove(shop.connectionId);
  expect(shop.history.batch(batchId)).toEqual({ ...before, correctable: false });
  const kept = shop.db.prepare("SELECT content FROM request_heads").pluck().all();
  expect(JSON.stringify(kept)).not.toContain(server.credentials.apiKey);
});

test("of a request that an earlier version sent only what the import itself tells is shown", async () => {
  const server = await practiceServer();
  const shop = workshop(server);
  const importId = await shop.put("code,first_name\nA1,Anna\n");
  await shop.send();
  shop.db.prepare("UPDATE batches SET head_id = NULL").run();
  const batchId = shop.history.get(importId).batches[0]?.id ?? 0;
  const { request, sentTo } = shop.history.batch(batchId);
  expect(sentTo).toBeNull();
  const names = request.map(({ name }) => name);
  expect(names).toContain("account_id");
  for (const name of ["user_id", "user_api_key", "user_password", "profiles_data"]) {
    expect(names).not.toContain(name);
  }
});

test("a batch that waits shows the request as it would go now", async () => {
  const server = await practiceServer();
  const shop = workshop(server);
  const importId = await shop.put("code,first_name\nA1,Anna\n");
  const batchId = shop.history.get(importId).batches[0]?.id ?? 0;
  const { request, sentTo } = shop.history.batch(batchId);
  expect(sentTo).toBeNull();
  expect(request).toContainEqual({ name: "user_id", value: server.credentials.userId });
});
