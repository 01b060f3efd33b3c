import type { Database } from "better-sqlite3";
import { AppError } from "../errors.ts";
import type { Vault } from "../vault/vault.ts";
import type { StageHooks, StageRequest, StagingResult } from "./staging-types.ts";

export function stageList(
  _db: Database,
  _vault: Vault,
  _request: StageRequest,
  _hooks: StageHooks = {},
): Promise<StagingResult> {
  return Promise.reject(new AppError("unexpected", { detail: "not built yet" }));
}
