import type { Notice } from "../../../../preload/types.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { type Server, serverKey } from "../../../records/connections/server.ts";
import { readCheckedFor, reliesOn, writeCheckedFor } from "../../../records/drafts/checked-for.ts";
import { serverMark } from "../../../records/imports/past/server-past.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import { keepFileHash } from "../file-hash.ts";
import { earlierSendings } from "./earlier-sendings.ts";
import { unchangedOffer } from "./unchanged-offer.ts";

/** What was sent before of a checked list, to which server, as of which past of that server. */
export interface SentEarlier {
  /** `serverKey` */
  readonly server: string;
  /** `serverMark` of then; earlier versions kept none. */
  readonly past?: string;
  readonly notices: readonly Notice[];
}

export interface EarlierRequest {
  readonly stagingId: number;
  readonly path: string;
  readonly connectionId: number;
  readonly server: Server;
  /** The list's own trial. */
  readonly trialId: number | null;
}

/** Compares a checked list with what was sent before and keeps what there is to say with it. */
export async function tellEarlier(
  db: Database,
  vault: Vault,
  { stagingId, path, connectionId, server, trialId }: EarlierRequest,
): Promise<null> {
  const fileHash = await keepFileHash(db, vault, stagingId, path);
  const compare = db.transaction(() => {
    const told = earlierSendings(db, vault, { stagingId, server, fileHash, trialId });
    const offer = unchangedOffer(db, vault, { stagingId, connectionId, trialId });
    const notices = [...told, ...offer];
    keepEarlier(db, stagingId, { server, notices });
  });
  compare();
  const former = readCheckedFor(db, stagingId);
  // A person has chosen another connection since the list was checked.
  const isChosen = former !== null && former.connectionId !== connectionId;
  const now = isChosen ? reliesOn(db, connectionId) : null;
  if (now !== null) writeCheckedFor(db, stagingId, now);
  return null;
}

/** Keeps what is told of earlier sendings, as of now. */
export function keepEarlier(
  db: Database,
  stagingId: number,
  { server, notices }: { readonly server: Server; readonly notices: readonly Notice[] },
): void {
  const past = serverMark(db, server);
  const told: SentEarlier = { server: serverKey(server), past, notices };
  db.prepare("UPDATE stagings SET sent_before = ? WHERE id = ?").run(
    JSON.stringify(told),
    stagingId,
  );
}

/** Null where nothing was compared yet, or with another server. */
export function readEarlier(
  db: Database,
  stagingId: number,
  server: Server | undefined,
): SentEarlier | null {
  const json = db.prepare("SELECT sent_before FROM stagings WHERE id = ?").pluck().get(stagingId) as
    | string
    | null
    | undefined;
  if (json === null || json === undefined) return null;
  const told = JSON.parse(json) as SentEarlier;
  return server !== undefined && told.server === serverKey(server) ? told : null;
}

/** Whether it has to be looked at again: another server, or imports or their undoing since. */
export function isEarlierStale(db: Database, stagingId: number, server: Server): boolean {
  return readEarlier(db, stagingId, server)?.past !== serverMark(db, server);
}
