import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { readShipped, sbom } from "../../build/sbom.ts";
import { buildIfStale } from "../../main/entries/start/build.ts";
import { ROOT } from "../../main/entries/start/root.ts";

interface Bill {
  readonly metadata: { readonly component: { readonly name: string } };
  readonly components: readonly {
    readonly name: string;
    readonly version: string;
    readonly purl?: string;
    readonly hashes?: readonly { readonly content: string }[];
    readonly licenses: readonly { readonly expression: string }[];
  }[];
}

beforeAll(() => buildIfStale(), 120_000);

it("the bill of materials names what ships, each part once, with the sum of what was fetched", () => {
  const lock = readFileSync(join(ROOT, "package-lock.json"), "utf8");
  const bill = sbom(readShipped(join(ROOT, "out")), lock) as Bill;
  expect(bill.metadata.component.name).toBe("loyalty-importer");
  const names = bill.components.map(({ name, version }) => `${name}@${version}`);
  expect(new Set(names).size).toBe(names.length);
  const parts = new Map(bill.components.map((one) => [one.name, one]));
  for (const name of ["electron", "better-sqlite3", "react", "zod", "SQLite", "Node.js"]) {
    expect(parts.has(name), name).toBe(true);
  }
  // What builds and tests the program does not ship.
  for (const name of ["vitest", "typescript", "electron-builder"]) {
    expect(parts.has(name), name).toBe(false);
  }
  for (const { name, purl, hashes, licenses } of bill.components) {
    expect(licenses[0]?.expression, name).not.toBe("");
    if (["SQLite", "Node.js"].includes(name)) continue;
    expect(purl, name).toMatch(/^pkg:npm\/(%40[^/]+\/)?[^@/]+@\d/);
    expect(hashes?.[0]?.content, name).toMatch(/^[0-9a-f]{128}$/);
  }
});
