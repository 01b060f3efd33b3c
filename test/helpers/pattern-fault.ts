import { check } from "recheck";

/** Without limits of time inside it, which would make the answer depend on how busy the machine is. */
const LIMITS = { timeout: 120_000, attackTimeout: null, incubationTimeout: null };

/** Why a regular expression may take more time than its text is long; null where it does not. */
export async function patternFault(source: string, flags: string): Promise<string | null> {
  const diagnosis = await check(source, flags, LIMITS);
  if (diagnosis.status === "safe") return null;
  if (diagnosis.status === "unknown") return `could not be judged: ${diagnosis.error.kind}`;
  return `is of ${diagnosis.complexity.summary}, with ${diagnosis.attack.pattern}`;
}
