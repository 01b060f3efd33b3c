import { onTestFinished } from "vitest";
import {
  type PracticeServer,
  type PracticeServerOptions,
  startPracticeServer,
} from "../../main/practice/server.ts";

/** The campaign every practice account has first, and the one of type buyx. */
export const POINTS = "1106069098931231";
export const DOLLARS = "1106069098931232";
export const BUYX = "0906069098931235";

/** A practice server in memory (or as told) that closes when the test is over. */
export async function practiceServer(
  options: Partial<PracticeServerOptions> = {},
): Promise<PracticeServer> {
  const server = await startPracticeServer({ databasePath: ":memory:", ...options });
  onTestFinished(() => server.close());
  return server;
}

export type Parameters = Readonly<Record<string, string>>;

/** Where a server is and what lets one in: enough to send to it, whichever process it runs in. */
export type Reachable = Pick<PracticeServer, "url" | "credentials">;

/** The parameters that every request needs. */
export function credentialsOf(server: Reachable): Parameters {
  const { userId, apiKey, accountId } = server.credentials;
  return { API: "1.5", user_id: userId, user_api_key: apiKey, account_id: accountId };
}

/** `profiles_header_1..n` */
export function header(...fields: readonly string[]): Parameters {
  return Object.fromEntries(fields.map((field, index) => [`profiles_header_${index + 1}`, field]));
}

/** Posts a form as it is; `body` wins over `parameters`. */
export function postForm(
  url: string,
  body: string | Uint8Array | URLSearchParams,
): Promise<Response> {
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  return fetch(url, { method: "POST", headers, body: body as BodyInit });
}

/** Posts parameters with credentials and answers the reply's JSON. */
export async function ask(server: Reachable, parameters: Parameters): Promise<unknown> {
  const all = { ...credentialsOf(server), output: "JSON", ...parameters };
  const reply = await postForm(server.url, new URLSearchParams(all));
  return reply.json();
}

/** What a batch of tests starts from: pipe, update, the points campaign. */
export const BATCH: Parameters = {
  type: "customers_batch",
  delimiter: "pipe",
  overwrite_duplicates: "update",
  campaigns_to_include: POINTS,
};

/** Sends rows (pipes between values are the caller's) with JSON as output. */
export function sendRows(
  server: Reachable,
  fields: readonly string[],
  rows: readonly string[],
  parameters: Parameters = {},
): Promise<unknown> {
  const data = { ...BATCH, ...header(...fields), profiles_data: rows.join("\n") };
  return ask(server, { ...data, ...parameters });
}

/** The reply to a batch without made-up ids. */
export function imported(created: number, updated: number): unknown {
  const customers = { new: String(created), updated: String(updated) };
  return { status: "success", batch: { status: "imported", customers } };
}

export function refused(error: string): unknown {
  return { status: "error", error };
}
