import type { TestProject } from "vitest/node";
import { type PreparedElectron, prepareElectron } from "./program/prepare.ts";

declare module "vitest" {
  interface ProvidedContext {
    readonly electron: PreparedElectron;
  }
}

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const { electron, end } = await prepareElectron();
  project.provide("electron", electron);
  return end;
}
