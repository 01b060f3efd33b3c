import { afterEach, beforeAll, expect, it } from "vitest";
import { readLicences } from "../../main/app/licences.ts";
import { buildIfStale } from "../../main/entries/start/build.ts";

beforeAll(() => buildIfStale(), 120_000);
afterEach(() => {
  Reflect.deleteProperty(process.versions, "chrome");
  Reflect.deleteProperty(process, "resourcesPath");
});

it("About names every package once, with the words of its licence", () => {
  const licences = readLicences();
  const names = licences.map(({ name, version }) => `${name} ${version}`);
  expect(new Set(names).size).toBe(names.length);
  const packages = licences.map(({ name }) => name);
  for (const name of [
    "loyalty-importer",
    "better-sqlite3",
    "electron-updater",
    "i18next",
    "react",
    "wouter",
    "zod",
  ]) {
    expect(packages, name).toContain(name);
  }
  expect(licences.filter(({ text }) => text.length < 200)).toEqual([]);
  expect(licences.find(({ name }) => name === "react")?.text).toMatch(/MIT License/);
});

it("About names what is compiled in: Electron, Node.js, SQLite, and where Chromium's are", () => {
  const found = new Map(readLicences().map((licence) => [licence.name, licence]));
  expect(found.get("electron")?.text).toContain("Electron contributors");
  expect(found.get("Node.js")?.text).toContain("Node.js contributors");
  expect(found.get("SQLite")).toMatchObject({ version: expect.stringMatching(/^3\.\d+\.\d+$/) });
  expect(found.has("Chromium")).toBe(false);
  Object.defineProperty(process.versions, "chrome", { value: "150.0.0.0", configurable: true });
  Object.defineProperty(process, "resourcesPath", { value: "/opt/app", configurable: true });
  const chromium = readLicences().find(({ name }) => name === "Chromium");
  expect(chromium?.text).toContain("LICENSES.chromium.html");
});
