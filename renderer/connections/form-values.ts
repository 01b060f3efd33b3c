import { DEFAULT_CONNECTION_SETTINGS } from "../../preload/connection-settings.ts";
import type { CallInput } from "../../preload/contract.ts";
import type { Connection, ConnectionSettings } from "../../preload/types.ts";

/** What the form holds. An empty key means: the key that is kept already stays. */
export interface FormValues {
  readonly name: string;
  readonly url: string;
  readonly userId: string;
  readonly accountId: string;
  readonly apiKey: string;
  readonly settings: ConnectionSettings;
}

export type TextField = "name" | "url" | "userId" | "accountId" | "apiKey";

/** The connection's values; a new one starts with the batch size that holds for all. */
export function toValues(connection: Connection | null, batchRows: number): FormValues {
  return {
    name: connection?.name ?? "",
    url: connection?.url ?? "",
    userId: connection?.userId ?? "",
    accountId: connection?.accountId ?? "",
    apiKey: "",
    settings: connection?.settings ?? { ...DEFAULT_CONNECTION_SETTINGS, batchRows },
  };
}

/** Whether the key that is kept stays: it goes to no other address or account. */
function keepsKey(connection: Connection | null, values: FormValues): boolean {
  if (connection === null || !connection.hasKey) return false;
  const sameAccount = values.accountId.trim() === connection.accountId;
  return sameAccount && addressIn(values.url) === addressIn(connection.url);
}

/** The address without its query ("?…"): with another query it is still the same server. */
function addressIn(text: string): string {
  const url = URL.parse(text.trim());
  return url === null ? text : `${url.origin}${url.pathname}`;
}

export type KeyState = "none" | "kept" | "moved";

/** What is said about the key that is kept. */
export function keyState(connection: Connection | null, values: FormValues): KeyState {
  if (keepsKey(connection, values)) return "kept";
  return connection?.hasKey === true ? "moved" : "none";
}

/** Required fields that are empty; the key may be empty where one is kept already. */
export function missingTexts(values: FormValues, hasKey: boolean): readonly TextField[] {
  const fields: readonly TextField[] = ["name", "url", "userId", "accountId", "apiKey"];
  return fields.filter((field) => values[field].trim() === "" && !(field === "apiKey" && hasKey));
}

export function toInput(id: number | null, values: FormValues): CallInput<"connections.save"> {
  return { ...values, id, apiKey: values.apiKey === "" ? null : values.apiKey };
}

/** Whether two states of the form hold the same values. */
export function sameValues(a: FormValues, b: FormValues): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
