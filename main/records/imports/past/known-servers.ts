import type { Database } from "../../../common/sqlite/database.ts";
import { statement } from "../../../common/sqlite/statement.ts";
import type { Server } from "../../connections/server.ts";

/** From one server to the next by the index: there are few, of very many imports. */
const SERVERS_SQL = `WITH RECURSIVE servers (address, account) AS (
    SELECT address, account_id FROM imports WHERE id = (
      SELECT id FROM imports WHERE (address, account_id) >= ('', '')
      ORDER BY address, account_id LIMIT 1)
    UNION ALL
    SELECT imports.address, imports.account_id FROM servers JOIN imports ON imports.id = ifnull(
      (SELECT id FROM imports WHERE address = servers.address AND account_id > servers.account
       ORDER BY account_id LIMIT 1),
      (SELECT id FROM imports WHERE address > servers.address
       ORDER BY address, account_id LIMIT 1)))
  SELECT address, account AS accountId FROM servers`;

/** The servers that imports went to. */
export function knownServers(db: Database): readonly Server[] {
  return statement<[], Server>(db, SERVERS_SQL).all();
}
