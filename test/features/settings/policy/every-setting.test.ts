import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { policySchema } from "../../../../main/features/settings/policy/policy.ts";
import { connectionSettingsSchema } from "../../../../preload/contract/shapes.ts";
import { calls } from "../../../../preload/contract.ts";

/** What a person can set and a policy cannot, with the reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  "settings.welcomed": "it is no choice, but that the first words were closed",
  "connections.id": "a policy names its connections",
  "connections.apiKey": "no secret may stand in a file that every user can read",
  "connections.acceptWeakKeyStore": "each user has to read that question",
};

function keys(shape: object, above: string): readonly string[] {
  return Object.keys(shape).map((key) => `${above}.${key}`);
}

const { settings, connections } = policySchema.def.shape;
const connection = connections.unwrap().unwrap().element;
const own = connection.shape.settings.unwrap();

test("whatever a person can set, an administrator can preset, but for what is named here", () => {
  const settable = [
    ...keys(calls["settings.set"].input.shape, "settings"),
    ...keys(calls["connections.save"].input.shape, "connections"),
    ...keys(connectionSettingsSchema.shape, "connections.settings"),
    ...keys(connectionSettingsSchema.shape.compatibility.shape, "compatibility"),
  ];
  const presettable = new Set([
    ...keys(settings.unwrap().shape, "settings"),
    ...keys(connection.shape, "connections"),
    ...keys(own.shape, "connections.settings"),
    ...keys(own.shape.compatibility.unwrap().shape, "compatibility"),
  ]);
  const missing = settable.filter((key) => !presettable.has(key));
  expect(missing.toSorted()).toEqual(Object.keys(EXCEPTIONS).toSorted());
});

test("each of them is in the administrators' document", () => {
  const text = readFileSync(new URL("../../../../docs/administrators.md", import.meta.url), "utf8");
  const all = [
    ...Object.keys(settings.unwrap().shape),
    ...Object.keys(connection.shape),
    ...Object.keys(own.shape),
    ...Object.keys(own.shape.compatibility.unwrap().shape),
  ];
  expect(all.filter((key) => !text.includes(`\`${key}\``))).toEqual([]);
});
