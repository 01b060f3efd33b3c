import { expect, test } from "vitest";
import { listCampaigns, listCustomFields, testAccount } from "../../../main/pipeline/api/client.ts";
import { createNodeTransport } from "../../../main/pipeline/api/transport/node-transport.ts";
import { PRACTICE_CAMPAIGNS, practiceAccountName } from "../../../main/practice/account.ts";
import type { Fault } from "../../../main/practice/faults/fault.ts";
import { practiceServer } from "../../helpers/practice.ts";
import { resolvedTo } from "../delivery/lists.ts";

const transport = createNodeTransport();

function says(body: unknown, status = 200, headers = {}): Fault {
  return { kind: "reply", applied: false, reply: { status, headers, body: JSON.stringify(body) } };
}

test.each(["json", "xml"] as const)(
  "account, campaigns and custom fields are read in %s",
  async (output) => {
    const connection = resolvedTo(await practiceServer(), { output });
    expect(await testAccount(transport, connection)).toEqual({
      accountName: practiceAccountName(),
    });
    const campaigns = await listCampaigns(transport, connection);
    expect(campaigns).toEqual(PRACTICE_CAMPAIGNS.map(({ id, name, type }) => ({ id, name, type })));
    expect((await listCustomFields(transport, connection))[0]).toEqual({
      field: "custom_field_1",
      label: "Favourite product",
    });
  },
);

test("campaigns of all pages are listed once each", async () => {
  const campaigns = Array.from({ length: 250 }, (_, index) => ({
    id: String(1_000_000_000_000_000 + index),
    name: `Campaign ${index}`,
    type: "points" as const,
    currency: "",
    createdStamp: "2020-01-01 00:00:00",
  }));
  const connection = resolvedTo(await practiceServer({ campaigns }));
  const listed = await listCampaigns(transport, connection);
  expect(listed.map(({ id }) => id)).toEqual(campaigns.map(({ id }) => id));
});

test("a server that knows no paging is asked no more than twice", async () => {
  const page = says({
    status: "success",
    campaigns: [{ id: "1", name: "A" }],
    pagination: { total: "9" },
  });
  const server = await practiceServer({ faults: () => page });
  expect(await listCampaigns(transport, resolvedTo(server))).toEqual([
    { id: "1", name: "A", type: "" },
  ]);
  expect(server.requests()).toBe(2);
});

test.each([
  [
    "an object by field",
    { status: "success", custom_field_2: "Size", custom_field_1: { label: "Shop" } },
  ],
  [
    "a list",
    {
      status: "success",
      fields: [
        { id: "custom_field_1", title: "Shop" },
        { name: "custom_field_2", label: "Size" },
      ],
    },
  ],
  [
    "something nested",
    {
      status: "success",
      a: { b: [{ x: [{ field: "custom_field_2", value: "Size" }] }, { custom_field_1: "Shop" }] },
    },
  ],
])("custom fields are read from %s", async (_, body) => {
  const server = await practiceServer({ faults: () => says(body) });
  expect(await listCustomFields(transport, resolvedTo(server))).toEqual([
    { field: "custom_field_1", label: "Shop" },
    { field: "custom_field_2", label: "Size" },
  ]);
});

test.each([
  ["api-credentials", says({ status: "error", error: "Invalid credentials" })],
  ["api-error", says({ status: "error", error: "No" })],
  ["api-unreadable", says("hello")],
  ["api-unreadable", says("hello", 500)],
  ["api-busy", says("", 503)],
  ["api-wrong-address", says("", 302, { location: "/" })],
  ["api-no-answer", { kind: "reset", when: "before-applying" } as const],
])("a failure is told: %s", async (code, fault) => {
  const server = await practiceServer({ faults: () => fault });
  await expect(testAccount(transport, resolvedTo(server))).rejects.toMatchObject({ code });
});

test("an address at which nothing listens, or that is not https, is told", async () => {
  const connection = resolvedTo(await practiceServer());
  const at = (url: string) => testAccount(transport, { ...connection, url });
  await expect(at("http://127.0.0.1:1/")).rejects.toMatchObject({ code: "api-unreachable" });
  await expect(at("http://example.com/")).rejects.toMatchObject({ code: "api-wrong-address" });
});
