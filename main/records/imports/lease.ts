import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import type { Database } from "../../common/sqlite/database.ts";
import { column, statement } from "../../common/sqlite/statement.ts";
import { isProcessAlive } from "../../common/system/process-alive.ts";

/** A holder that was silent for so long counts as dead: taken over within ten seconds. */
export const LEASE_TIMEOUT_MS = 9_000;
/** Between two signs of life. */
export const HEARTBEAT_MS = 2_000;

/** Whoever has not looked for so long was asleep or stood still, and cannot tell of silence. */
const MAX_BLINK_MS = 2 * HEARTBEAT_MS;

/** Holders of this process that still run: another entry with our process number is a dead one's. */
const liveHolders = new Set<string>();

interface LeaseRow {
  readonly holder: string;
  readonly pid: number;
  readonly host: string;
  readonly heartbeatAt: number;
}

/** The right to send from a data folder. */
export interface Lease {
  readonly holder: string;
  /** Takes the lease where it is free, ours, or a dead holder's; to be called in a transaction. */
  acquire(): boolean;
  /** Whether another holder that may be alive has it; looks only. */
  looksTaken(): boolean;
  /** Whether the lease still is ours; asked inside every transaction of the sender. */
  isHeld(): boolean;
  /**
   * Whether the lease still is ours, with a sign of life where the last one is not fresh: a
   * process that stood still, or slept, is not taken over in the moments after it has asked.
   */
  keepAlive(): boolean;
  release(): void;
}

/**
 * @param now milliseconds since the epoch, for people to read
 * @param steady milliseconds of a clock that nobody sets
 */
export function createLease(
  db: Database,
  now: () => number,
  steady: () => number = () => performance.now(),
): Lease {
  const holder = randomUUID();
  const take = statement<[holder: string, pid: number, host: string, heartbeatAt: number]>(
    db,
    `INSERT INTO sender_lease (id, holder, pid, host, heartbeat_at) VALUES (1, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET holder = excluded.holder, pid = excluded.pid,
       host = excluded.host, heartbeat_at = excluded.heartbeat_at`,
  );
  const held = column<[holder: string], 1>(
    db,
    "SELECT 1 FROM sender_lease WHERE id = 1 AND holder = ?",
  );
  const beat = statement<[heartbeatAt: number, holder: string]>(
    db,
    "UPDATE sender_lease SET heartbeat_at = ? WHERE id = 1 AND holder = ?",
  );
  const release = statement<[holder: string]>(
    db,
    "DELETE FROM sender_lease WHERE id = 1 AND holder = ?",
  );
  const isGone = createGoneCheck(steady);
  let lastBeat = { steady: Number.NEGATIVE_INFINITY, wall: 0 };
  liveHolders.add(holder);

  function looksTaken(): boolean {
    const row = readLease(db);
    return row !== undefined && row.holder !== holder && !isGone(row);
  }

  const isHeld = () => held.get(holder) !== undefined;

  /** A steady clock may stand still while the computer sleeps; the other one does not. */
  function isFresh(): boolean {
    const age = Math.max(steady() - lastBeat.steady, now() - lastBeat.wall);
    return age < HEARTBEAT_MS;
  }

  return {
    holder,
    looksTaken,
    acquire() {
      if (looksTaken()) return false;
      lastBeat = { steady: steady(), wall: now() };
      take.run(holder, process.pid, hostname(), lastBeat.wall);
      return true;
    },
    isHeld,
    keepAlive() {
      if (isFresh()) return isHeld();
      const at = { steady: steady(), wall: now() };
      const ours = beat.run(at.wall, holder).changes === 1;
      if (ours) lastBeat = at;
      return ours;
    },
    release: () => {
      liveHolders.delete(holder);
      release.run(holder);
    },
  };
}

/**
 * Tells whether a holder is gone: its process provably (same computer), or it gave no sign of life
 * for too long while we watched. Never by the time of day: clocks are set, differ between
 * computers, and jump when a laptop wakes up, where the holder wakes up too.
 */
function createGoneCheck(steady: () => number): (row: LeaseRow) => boolean {
  let watched: { readonly row: LeaseRow; readonly since: number } | null = null;
  let lastLook = Number.NEGATIVE_INFINITY;
  return (row) => {
    if (isProvablyDead(row)) return true;
    const time = steady();
    const blinked = time - lastLook > MAX_BLINK_MS;
    lastLook = time;
    const same = watched?.row.holder === row.holder && watched.row.heartbeatAt === row.heartbeatAt;
    if (watched === null || !same || blinked) watched = { row, since: time };
    return time - watched.since >= LEASE_TIMEOUT_MS;
  };
}

function isProvablyDead({ holder, pid, host }: LeaseRow): boolean {
  if (host !== hostname()) return false;
  return pid === process.pid ? !liveHolders.has(holder) : !isProcessAlive(pid);
}

/** Which process sends now, seen from this one. */
export function whoSends(db: Database, now: number): "here" | "elsewhere" | "none" {
  const row = readLease(db);
  if (row === undefined || isProvablyDead(row)) return "none";
  if (liveHolders.has(row.holder)) return "here";
  const near = row.host === hostname();
  return near || now - row.heartbeatAt < LEASE_TIMEOUT_MS ? "elsewhere" : "none";
}

function readLease(db: Database): LeaseRow | undefined {
  return statement<[], LeaseRow>(
    db,
    "SELECT holder, pid, host, heartbeat_at AS heartbeatAt FROM sender_lease",
  ).get();
}
