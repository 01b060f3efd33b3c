import { expect, it } from "vitest";
import { readLicences } from "../../main/licences.ts";

it("About names every package once, with its licence", () => {
  const licences = readLicences();
  const names = licences.map(({ name, version }) => `${name} ${version}`);
  expect(new Set(names).size).toBe(names.length);
  const packages = licences.map(({ name }) => name);
  for (const name of ["better-sqlite3", "electron-updater", "i18next", "react", "wouter", "zod"]) {
    expect(packages, name).toContain(name);
  }
  expect(licences.find(({ name }) => name === "react")?.text).toMatch(/MIT License/);
});
