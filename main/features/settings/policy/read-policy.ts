import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { AppError } from "../../../common/errors.ts";
import { jsonProblem, shapeProblem } from "../../../common/shape-problem.ts";
import { t } from "../../../common/text.ts";
import { NO_POLICY, type Policy, policySchema } from "./policy.ts";

const FILE = "policy.json";
const FOLDER = "Loyalty Importer";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The policy that holds here: of the first file that is there, else of the environment. A file
 * comes first because a user may change the environment, but not a file of the administrator.
 * @throws AppError policy-broken: a program that ignored its policy would be worse than none
 */
export function readPolicy(
  env: Environment = process.env,
  files: readonly string[] = policyFiles(env),
): Policy {
  for (const path of files) {
    const text = readText(path);
    if (text !== null) return { ...parse(path, () => JSON.parse(text)), source: path };
    // One that somebody has named is meant to hold; the other places may be empty.
    if (path === env.LOYALTY_IMPORTER_POLICY) throw broken(path, t("words:shape.no-file"));
  }
  return ofEnvironment(env);
}

/** Where a policy file is looked for, in this order. */
export function policyFiles(
  env: Environment,
  platform: NodeJS.Platform = process.platform,
  programDir: string | null = ownProgramDir(env),
): readonly string[] {
  const named = env.LOYALTY_IMPORTER_POLICY;
  return [
    ...machineFiles(env, platform),
    ...(programDir === null ? [] : [join(programDir, FILE)]),
    ...(named === undefined || named === "" ? [] : [named]),
  ];
}

function machineFiles(env: Environment, platform: NodeJS.Platform): readonly string[] {
  switch (platform) {
    case "win32":
      // Where it nearly always is comes first: a user can turn the variable elsewhere.
      return [...new Set(["C:\\ProgramData", env.ProgramData ?? "C:\\ProgramData"])].map((dir) =>
        join(dir, FOLDER, FILE),
      );
    case "darwin":
      return [join("/Library/Application Support", FOLDER, FILE)];
    default:
      return ["/etc/loyalty-importer/policy.json"];
  }
}

/** The folder that the installed program lies in; null for the sources and for plain Node. */
function ownProgramDir(env: Environment): string | null {
  const { resourcesPath, defaultApp } = process as {
    readonly resourcesPath?: string;
    readonly defaultApp?: boolean;
  };
  if (resourcesPath === undefined || defaultApp === true) return null;
  // A portable program and an AppImage run from a folder that is made at each start.
  if (env.PORTABLE_EXECUTABLE_DIR !== undefined) return env.PORTABLE_EXECUTABLE_DIR;
  if (env.APPIMAGE !== undefined) return dirname(env.APPIMAGE);
  if (process.platform === "darwin") return join(resourcesPath, "..", "..", "..");
  return dirname(process.execPath);
}

/** A variable that is set to nothing is as one that is not set. */
function ofEnvironment(env: Environment): Policy {
  const value = (name: string) => env[`LOYALTY_IMPORTER_${name}`] || undefined;
  const [url, accountId, userId] = [value("URL"), value("ACCOUNT"), value("USER")];
  const [name, locked, feed] = [value("CONNECTION"), value("LOCKED"), value("UPDATES")];
  const connection = {
    name: name ?? "Loyalty platform",
    url,
    ...(userId === undefined ? {} : { userId }),
    ...(accountId === undefined ? {} : { accountId }),
  };
  const policy = {
    // A name or an account without an address is half a connection, and said to be.
    ...([url, accountId, userId, name].every((each) => each === undefined)
      ? {}
      : { connections: [connection] }),
    ...(locked === undefined ? {} : { locked: locked.split(",").map((word) => word.trim()) }),
    ...(feed === undefined ? {} : { updates: { feed } }),
  };
  if (Object.keys(policy).length === 0) return NO_POLICY;
  return { ...parse("LOYALTY_IMPORTER_*", () => policy), source: "environment" };
}

function parse(path: string, read: () => unknown): Omit<Policy, "source"> {
  let document: unknown;
  try {
    document = read();
  } catch (cause) {
    throw broken(path, jsonProblem(cause), cause);
  }
  const checked = policySchema.safeParse(document);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? "" : `${issue.path.join(".")}: `;
  const problem = issue === undefined ? "" : `${where}${shapeProblem(issue, document)}`;
  throw broken(path, problem, checked.error);
}

function broken(path: string, problem: string, cause?: unknown): AppError {
  return new AppError("policy-broken", { params: { path, problem }, cause });
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    if (error instanceof Error && "code" in error && isAbsence(error.code)) return null;
    throw broken(path, t("words:shape.unreadable"), error);
  }
}

function isAbsence(code: unknown): boolean {
  return code === "ENOENT" || code === "ENOTDIR";
}
