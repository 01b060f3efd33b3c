import { homedir } from "node:os";
import { join, resolve } from "node:path";

const FOLDER = "Loyalty Importer";

/**
 * Where this account's data is kept when nobody says otherwise; the same for the window, the
 * browser and the command line. Windows: the local folder, not the roaming one, because a
 * database must not be copied about while it is open.
 */
export function defaultDataDir(
  platform: NodeJS.Platform = process.platform,
  env: Readonly<NodeJS.ProcessEnv> = process.env,
  home: string = homedir(),
): string {
  switch (platform) {
    case "win32":
      return join(env.LOCALAPPDATA || join(home, "AppData", "Local"), FOLDER);
    case "darwin":
      return join(home, "Library", "Application Support", FOLDER);
    default:
      return join(env.XDG_CONFIG_HOME || join(home, ".config"), FOLDER);
  }
}

/** The data folder of a start: the one asked for, or the default; always absolute. */
export function chooseDataDir(asked: string | null): string {
  return asked === null ? defaultDataDir() : resolve(asked);
}
