import { afterEach, expect, it, vi } from "vitest";
import { signedHeaders, storeSession, takeSession } from "../../renderer/host/session.ts";

afterEach(() => vi.unstubAllGlobals());

/** A page as the host hands it out, and what the browser keeps for its origin. */
function openPage(key: string | null, kept: Map<string, string>): string[] {
  const asked: string[] = [];
  const session = JSON.stringify({ key, refusal: "no key" });
  vi.stubGlobal("document", {
    getElementById: () => ({ textContent: session, remove: () => undefined }),
  });
  vi.stubGlobal("location", { search: "?token=t", pathname: "/", hash: "" });
  vi.stubGlobal("history", { replaceState: () => undefined });
  vi.stubGlobal("localStorage", {
    getItem(name: string) {
      asked.push(name);
      return kept.get(name) ?? null;
    },
    setItem(name: string, value: string) {
      asked.push(name);
      kept.set(name, value);
    },
  });
  return asked;
}

it("a page with its key asks the browser's storage for nothing until it keeps the key there", () => {
  const kept = new Map([["session", "of an earlier start"]]);
  const asked = openPage("new", kept);
  expect(takeSession()).toBeNull();
  expect(signedHeaders()).toEqual({ authorization: "Bearer new" });
  expect(asked).toEqual([]);
  storeSession();
  expect(kept.get("session")).toBe("new");
  // Another tab has come from a later start of the program at this address.
  kept.set("session", "newer");
  expect(signedHeaders()).toEqual({ authorization: "Bearer newer" });
});

it("a page without a key goes on with the one that is kept, and is refused where there is none", () => {
  const kept = new Map<string, string>();
  openPage(null, kept);
  expect(takeSession()).toBe("no key");
  kept.set("session", "kept");
  expect(takeSession()).toBeNull();
  storeSession();
  expect(signedHeaders()).toEqual({ authorization: "Bearer kept" });
});
