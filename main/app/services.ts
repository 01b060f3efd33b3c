import type { QueueSummary } from "../../preload/types.ts";
import type { Host } from "../common/host/host.ts";
import type { Log } from "../common/log.ts";
import type { Database } from "../common/sqlite/database.ts";
import type { Backups } from "../features/backup/backups.ts";
import type { Connections } from "../features/connections/connections.ts";
import type { PracticeAccount } from "../features/connections/practice-account.ts";
import type { PracticeRunner } from "../features/connections/practice-runner.ts";
import type { History } from "../features/history/history.ts";
import type { Drafts } from "../features/importing/drafts.ts";
import type { Correcting } from "../features/queue/corrections/correcting.ts";
import type { Queue } from "../features/queue/queue.ts";
import type { Undo } from "../features/rollback/undo.ts";
import type { Policy } from "../features/settings/policy/policy.ts";
import type { Sender } from "../pipeline/delivery/sender/sender.ts";
import type { JobRunner } from "../records/jobs.ts";
import type { UndoLog } from "../records/undo-log/log.ts";
import type { AlertCalls } from "./alert-calls.ts";
import type { Jobs } from "./jobs/worker-protocol.ts";

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
  readonly correcting: Correcting;
  readonly sender: Sender;
  readonly history: History;
  readonly practice: PracticeRunner;
  readonly practiceAccount: PracticeAccount;
  readonly undo: Undo;
  readonly undoLog: UndoLog;
  /** Work on whole lists and imports, in a process of its own. */
  readonly jobs: JobRunner<Jobs>;
  readonly backups: Backups;
  readonly alerts: AlertCalls;
  /**
   * Queues a list, which a process of its own writes, and tells the window of it once.
   * @param work answers the import
   */
  queueList(work: () => Promise<{ readonly importId: number }>): Promise<{ importId: number }>;
  /** Does a person's change of the queue, wakes the sender, answers the queue as it is then. */
  changeQueue(change: () => void): QueueSummary;
  queueSummary(): QueueSummary;
}
