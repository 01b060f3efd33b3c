import type { Connection } from "../../../preload/types.ts";
import { AppError } from "../../common/errors.ts";
import { t } from "../../common/text.ts";
import type { Connections } from "../../features/connections/connections.ts";

/** What scripts call the practice connection, whatever it is called in the person's language. */
const PRACTICE = "practice";

/** @throws AppError "usage-profile-unknown" with the names there are */
export function findProfile(connections: Connections, name: string): Connection {
  const found = connections.byName(name);
  if (found !== undefined) return found;
  const all = connections.list();
  const practice = all.find(({ kind }) => kind === "practice");
  if (name.toLowerCase() === PRACTICE && practice !== undefined) return practice;
  const names = all.map((each) => each.name);
  throw new AppError("usage-profile-unknown", {
    params: { name, names: names.length === 0 ? t("cli:profile.none") : names.join(", ") },
  });
}
