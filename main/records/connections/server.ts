import { PRACTICE_ADDRESS } from "../../../preload/practice-address.ts";
import type { Connection } from "../../../preload/types.ts";

/**
 * What requests go to. Two connections lead to the same customers only where both parts are the
 * same: a sandbox and its production often share the account's ID.
 */
export interface Server {
  /** Origin and path, as `addressOf` writes them; "" where earlier versions did not keep it. */
  readonly address: string;
  readonly accountId: string;
}

/** The address of an import of an earlier version whose connection was changed since. */
export const UNKNOWN_ADDRESS = "";

/** @param url as `checkedUrl` leaves it; what it asks for beside its path names no other server */
export function addressOf({ kind, url }: Pick<Connection, "kind" | "url">): string {
  if (kind === "practice") return PRACTICE_ADDRESS;
  const parsed = URL.parse(url);
  return parsed === null ? url : `${parsed.origin}${parsed.pathname}`;
}

export function serverOf(connection: Pick<Connection, "kind" | "url" | "accountId">): Server {
  return { address: addressOf(connection), accountId: connection.accountId };
}

/** Whether both are known and the same server; an unknown address is like no other. */
export function isSameServer(a: Server, b: Server): boolean {
  return a.address !== UNKNOWN_ADDRESS && a.address === b.address && a.accountId === b.accountId;
}

/** Whether what went to one may have gone to the other: not where both are known to differ. */
export function maybeSameServer(a: Server, b: Server): boolean {
  const unknown = a.address === UNKNOWN_ADDRESS || b.address === UNKNOWN_ADDRESS;
  return a.accountId === b.accountId && (unknown || a.address === b.address);
}

/** Names a server in one text. */
export function serverKey({ address, accountId }: Server): string {
  return `${address}\u001f${accountId}`;
}
