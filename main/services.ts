import type { QueueSummary } from "../preload/types.ts";
import type { AlertCalls } from "./alert-calls.ts";
import type { Backups } from "./backup/backups.ts";
import type { Connections } from "./connections/connections.ts";
import type { PracticeRunner } from "./connections/practice-runner.ts";
import type { Database } from "./database/open.ts";
import type { Mending } from "./delivery/mend/mending.ts";
import type { Queue } from "./delivery/queue.ts";
import type { Sender } from "./delivery/sender.ts";
import type { Drafts } from "./drafts/drafts.ts";
import type { JobName, Jobs } from "./drafts/worker-protocol.ts";
import type { History } from "./history/history.ts";
import type { Host } from "./hosts/host.ts";
import type { Log } from "./log.ts";
import type { Policy } from "./policy/policy.ts";
import type { UndoLog } from "./undo/log.ts";
import type { Undo } from "./undo/undo.ts";

/** The main process's services behind the window's calls; made in app.ts. */
export interface Services {
  readonly db: Database;
  /** What the administrator has preset and locked. */
  readonly policy: Policy;
  readonly host: Host;
  readonly dataDir: string;
  readonly log: Log;
  readonly connections: Connections;
  readonly drafts: Drafts;
  readonly queue: Queue;
  readonly mending: Mending;
  readonly sender: Sender;
  readonly history: History;
  readonly practice: PracticeRunner;
  readonly undo: Undo;
  readonly undoLog: UndoLog;
  /** Work on whole imports, in a process of its own. */
  inProcess<N extends JobName>(name: N, input: Jobs[N]["input"]): Promise<Jobs[N]["result"]>;
  readonly backups: Backups;
  readonly alerts: AlertCalls;
  /** Tells the window that an import and the queue have changed. */
  importChanged(importId: number): void;
  /** Does a person's change of the queue, wakes the sender, answers the queue as it is then. */
  changeQueue(change: () => void): QueueSummary;
  queueSummary(): QueueSummary;
}
