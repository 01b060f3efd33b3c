/** Names of variables that a process needs on some system; no other one is handed on. */
const NEEDED = [
  "NODE_COMPILE_CACHE",
  "PATH",
  "SystemRoot",
  "windir",
  "TEMP",
  "TMP",
  "TMPDIR",
  "HOME",
];

/** The environment of a process that reads files of others: no secret in it, and no time zone. */
export function smallEnvironment(): Record<string, string> {
  const env: Record<string, string> = { TZ: "UTC" };
  for (const name of NEEDED) {
    const value = process.env[name];
    if (value !== undefined) env[name] = value;
  }
  return env;
}
