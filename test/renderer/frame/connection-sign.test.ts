import { expect, test } from "vitest";
import { kindOf, toneOf } from "../../../renderer/frame/connection/connection-sign.ts";

const shop = { kind: "api", hold: null, hasKey: true } as const;

test("a connection that can send shows what it is, practice by a colour of its own", () => {
  expect([kindOf(shop), toneOf(shop)]).toEqual(["connectionKind.api", "green"]);
  const practice = { ...shop, kind: "practice" } as const;
  expect([kindOf(practice), toneOf(practice)]).toEqual(["connectionKind.practice", "blue"]);
});

test("what keeps it from sending is told in place of that", () => {
  const keyless = { ...shop, hasKey: false };
  expect([kindOf(keyless), toneOf(keyless)]).toEqual(["connectionKind.keyless", "amber"]);
  const paused = { ...shop, hold: "paused" } as const;
  expect([kindOf(paused), toneOf(paused)]).toEqual(["hold.paused", "amber"]);
  const refused = { ...keyless, hold: "credentials" } as const;
  expect([kindOf(refused), toneOf(refused)]).toEqual(["hold.credentials", "red"]);
});
