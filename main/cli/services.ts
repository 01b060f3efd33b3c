import { createHistory, type History } from "../features/history/history.ts";
import { createQueue, type Queue } from "../features/queue/queue.ts";
import type { CliContext } from "./command.ts";
import { type DataServices, withData } from "./data-services.ts";

/** What the commands work with. */
export interface CliServices extends DataServices {
  readonly queue: Queue;
  readonly history: History;
}

/** As `withData`. */
export async function withServices<T>(
  context: CliContext,
  work: (services: CliServices) => Promise<T> | T,
): Promise<T> {
  return await withData(context, (services) => work(allServices(services)));
}

export function allServices(services: DataServices): CliServices {
  const { db, vault, undoLog } = services;
  return {
    ...services,
    queue: createQueue(db, vault, Date.now, undoLog),
    history: createHistory(db, vault),
  };
}
