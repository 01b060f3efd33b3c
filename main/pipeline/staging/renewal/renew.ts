import type { ImportOptions, Notice } from "../../../../preload/types.ts";
import { AppError } from "../../../common/errors.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { isSameServer, type Server } from "../../../records/connections/server.ts";
import {
  type CheckedFor,
  isCheckCurrent,
  readCheckedFor,
  reliesOn,
  writeCheckedFor,
} from "../../../records/drafts/checked-for.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import { earlierSendings } from "../earlier/earlier-sendings.ts";
import { keepEarlier, readEarlier } from "../earlier/tell-earlier.ts";
import { unchangedOffer } from "../earlier/unchanged-offer.ts";
import { unchangedAgain, writeUnchanged } from "./unchanged-again.ts";

export interface CheckOfList {
  readonly stagingId: number;
  readonly options: ImportOptions;
  /** The list's own trial, which is no earlier sending. */
  readonly trialId: number | null;
}

/** What is otherwise than when the list was checked. */
export interface Renewed {
  /** What the check relies on now; null without a connection. */
  readonly now: CheckedFor | null;
  /** Where the connection led when the list was checked, and leads no more. */
  readonly meant: Server | null;
  /** Rows that go or stay behind otherwise. */
  readonly rows: number;
  /** What was sent before and was not told. */
  readonly sent: readonly Notice[];
}

/**
 * Looks again at everything that the check of a list relied on, and brings the check to what holds
 * now: where its connection leads, which rows are unchanged since the last import, what was sent
 * before. Some seconds for a long list, where anything was sent since; else nothing.
 */
export function renewCheck(db: Database, vault: Vault, about: CheckOfList): Renewed {
  const { stagingId, options, trialId } = about;
  const before = readCheckedFor(db, stagingId);
  const now = reliesOn(db, options.connectionId);
  if (now === null) return { now, meant: null, rows: 0, sent: [] };
  const isMoved =
    before?.connectionId === now.connectionId && !isSameServer(before.server, now.server);
  if (isCheckCurrent(before, now)) return { now, meant: null, rows: 0, sent: [] };
  const again = unchangedAgain(db, vault, stagingId, options);
  const told = readEarlier(db, stagingId, now.server)?.notices ?? [];
  const fileHash = db
    .prepare("SELECT file_hash FROM stagings WHERE id = ?")
    .pluck()
    .get(stagingId) as Buffer | null;
  const write = db.transaction(() => {
    if (again !== null) writeUnchanged(db, stagingId, again);
    const server = now.server;
    const found = earlierSendings(db, vault, { stagingId, server, fileHash, trialId });
    const { connectionId } = now;
    const offer = unchangedOffer(db, vault, { stagingId, connectionId, trialId });
    keepEarlier(db, stagingId, { server, notices: [...found, ...offer] });
    writeCheckedFor(db, stagingId, now);
    return found.filter((notice) => !wasTold(notice, told));
  });
  const sent = write.immediate();
  const meant = isMoved ? before.server : null;
  return { now, meant, rows: again?.changes.length ?? 0, sent };
}

/** The same sending, of as many rows at most: some may be left out since. */
function wasTold({ code, params }: Notice, told: readonly Notice[]): boolean {
  const { count, ...which } = params;
  return told.some((each) => {
    const { count: before, ...others } = each.params;
    const same = each.code === code && JSON.stringify(others) === JSON.stringify(which);
    return same && Number(count ?? 0) <= Number(before ?? 0);
  });
}

/** @throws AppError check-server-changed | check-rows-changed | check-sent-since */
export function requireSameCheck({ now, meant, rows, sent }: Renewed): void {
  if (meant !== null && now !== null) {
    const params = { meant: serverWords(meant), now: serverWords(now.server) };
    throw new AppError("check-server-changed", { params });
  }
  if (rows > 0) throw new AppError("check-rows-changed", { params: { count: rows } });
  if (sent.length > 0) {
    const words = sent.map(({ message }) => message).join(" ");
    throw new AppError("check-sent-since", { params: { words } });
  }
}

function serverWords({ address, accountId }: Server): string {
  return `${address} (${accountId})`;
}
