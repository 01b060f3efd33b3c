import type { Database } from "../../common/sqlite/database.ts";
import { statement } from "../../common/sqlite/statement.ts";
import type { Server } from "./server.ts";

/** Limits of servers change: after this time since the last refusal a batch is tried whole again. */
const FORGOTTEN_MS = 7 * 24 * 60 * 60 * 1000;

/** Bytes of the encoded rows of batches. */
export interface KnownSizes {
  /** The smallest batch that was refused for its size. */
  readonly refused: number;
  /** The largest that was taken and is smaller; 0: none. */
  readonly taken: number;
}

interface SizesRow extends KnownSizes {
  readonly refusedAt: number;
}

/** What is known of the size of batches that servers take, where one was refused as too large. */
export interface RequestSizes {
  /** undefined: no size is known that it refuses. */
  read(server: Server, now: number): KnownSizes | undefined;
  /** Inside a transaction. */
  refuses(server: Server, bytes: number, now: number): void;
  /** Inside a transaction. */
  takes(server: Server, bytes: number, now: number): void;
  /** Inside a transaction. */
  forget(server: Server): void;
}

export function createRequestSizes(db: Database): RequestSizes {
  const find = statement<Server, SizesRow>(
    db,
    `SELECT refused, taken, refused_at AS refusedAt FROM request_sizes
     WHERE address = :address AND account_id = :accountId`,
  );
  const put = statement<Server & SizesRow>(
    db,
    `INSERT INTO request_sizes (address, account_id, refused, taken, refused_at)
     VALUES (:address, :accountId, :refused, :taken, :refusedAt)
     ON CONFLICT (address, account_id) DO UPDATE SET refused = excluded.refused,
       taken = excluded.taken, refused_at = excluded.refused_at`,
  );
  const remove = statement<Server>(
    db,
    "DELETE FROM request_sizes WHERE address = :address AND account_id = :accountId",
  );
  const keyOf = ({ address, accountId }: Server): Server => ({ address, accountId });

  function known(server: Server, now: number): SizesRow | undefined {
    const row = find.get(keyOf(server));
    // A clock that was set back is no reason to keep it for longer.
    return row !== undefined && Math.abs(now - row.refusedAt) < FORGOTTEN_MS ? row : undefined;
  }

  return {
    read: known,
    refuses(server, bytes, now) {
      const before = known(server, now);
      const refused = Math.min(before?.refused ?? bytes, bytes);
      const taken = before !== undefined && before.taken < refused ? before.taken : 0;
      put.run({ ...keyOf(server), refused, taken, refusedAt: now });
    },
    takes(server, bytes, now) {
      const before = known(server, now);
      if (before === undefined || bytes <= before.taken) return;
      // It takes more than it did.
      if (bytes >= before.refused) remove.run(keyOf(server));
      else put.run({ ...keyOf(server), ...before, taken: bytes });
    },
    forget: (server) => void remove.run(keyOf(server)),
  };
}
