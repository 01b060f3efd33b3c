import type { Connection } from "../../../preload/types.ts";
import { AppError } from "../../common/errors.ts";
import type { Connections } from "../../features/connections/connections.ts";

/** @throws AppError "usage-profile-unknown" with the names there are */
export function findProfile(connections: Connections, name: string): Connection {
  const found = connections.byName(name);
  if (found !== undefined) return found;
  const names = connections.list().map((each) => each.name);
  throw new AppError("usage-profile-unknown", {
    params: { name, names: names.length === 0 ? "none" : names.join(", ") },
  });
}
