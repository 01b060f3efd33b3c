import { readFile, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { z } from "zod";
import { AppError } from "../../common/errors.ts";
import { jsonProblem, shapeProblem } from "../../common/shape-problem.ts";
import { nearest } from "../words/nearest.ts";
import { type Job, jobSchema } from "./schema.ts";

/** A job file is small; anything larger is another kind of file. */
const MAX_BYTES = 1024 * 1024;

/**
 * A job from its file; paths in it start at its folder.
 * @throws AppError usage-job-unreadable | usage-job-json | usage-job-key-*
 */
export async function readJob(path: string): Promise<Job> {
  const text = await readText(path);
  const document = parse(text, path);
  const checked = jobSchema.safeParse(document);
  if (!checked.success) throw keyError(checked.error.issues, document, path);
  const { file, mapping, ...job } = checked.data;
  const folder = dirname(resolve(path));
  return {
    ...job,
    ...(file === undefined ? {} : { file: file === "-" ? file : resolve(folder, file) }),
    ...(mapping === undefined
      ? {}
      : { mapping: /\.json$/i.test(mapping) ? resolve(folder, mapping) : mapping }),
  };
}

async function readText(path: string): Promise<string> {
  try {
    if ((await stat(path)).size > MAX_BYTES) throw new Error("too large");
    // Editors on Windows put a mark before the text.
    return (await readFile(path, "utf8")).replace(/^\ufeff/, "");
  } catch (cause) {
    throw new AppError("usage-job-unreadable", { params: { path }, cause });
  }
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const params = { path, reason: jsonProblem(cause) };
    throw new AppError("usage-job-json", { params, cause });
  }
}

/** A slip in a key's name first: it explains what else is missing. */
function keyError(issues: readonly z.core.$ZodIssue[], document: unknown, path: string): AppError {
  const unknown = issues.find((issue) => issue.code === "unrecognized_keys");
  if (unknown?.code === "unrecognized_keys") {
    const [key = ""] = unknown.keys;
    const known = Object.keys(jobSchema.shape);
    const near = nearest(key, known);
    return near === null
      ? new AppError("usage-job-key-unknown", { params: { path, key, names: known.join(", ") } })
      : new AppError("usage-job-key-unknown", { params: { path, key, near, context: "near" } });
  }
  const [first] = issues;
  const key = first === undefined || first.path.length === 0 ? "{}" : first.path.join(".");
  const reason = first === undefined ? "" : shapeProblem(first, document);
  return new AppError("usage-job-key", { params: { path, key, reason } });
}
