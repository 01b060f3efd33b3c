import type { Database } from "../common/sqlite/database.ts";
import type { Vault } from "./vault/vault.ts";

/**
 * Heavy work, done in a process of its own. Each feature names its kinds in an interface T: a name
 * to what goes in and what comes out, plain data both.
 */
type Kinds<T> = {
  readonly [N in keyof T]: { readonly input: unknown; readonly result: unknown };
};

/** Given with a job by who asks for it: how to end it, and whom to tell how many rows are done. */
export interface JobHooks {
  readonly signal?: AbortSignal;
  readonly onProgress?: (rows: number) => void;
}

/** Asks for jobs of these kinds. */
export interface JobRunner<T extends Kinds<T>> {
  /**
   * A failure is told when the process is gone: what it left behind may be cleared away then.
   * @throws AppError the job's own; "cancelled"; "worker-ended" after a crash; "worker-silent"
   */
  run<N extends keyof T>(name: N, input: T[N]["input"], hooks?: JobHooks): Promise<T[N]["result"]>;
}

/** Does jobs of these kinds, inside the process. */
export type JobWork<T extends Kinds<T>> = {
  readonly [N in keyof T]: (
    db: Database,
    vault: Vault,
    input: T[N]["input"],
    hooks: JobHooks,
  ) => T[N]["result"] | Promise<T[N]["result"]>;
};
