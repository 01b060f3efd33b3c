import type { CallInput } from "../../preload/contract.ts";
import type { Connection, ConnectionSettings } from "../../preload/types.ts";

/** What the form holds; the key is empty where the one that is kept shall stay. */
export interface FormValues {
  readonly name: string;
  readonly url: string;
  readonly userId: string;
  readonly accountId: string;
  readonly apiKey: string;
  readonly settings: ConnectionSettings;
}

export type TextField = "name" | "url" | "userId" | "accountId" | "apiKey";

const DEFAULTS: ConnectionSettings = {
  output: "json",
  campaigns: [],
  duplicates: "update",
  keepUndoState: true,
  batchRows: 500,
  batchBytes: 1024 * 1024,
  compatibility: {
    dataParameter: "profiles_data",
    campaignSeparator: ",",
    keyParameter: "user_api_key",
    lineBreak: "\n",
  },
  customFields: {},
};

export function toValues(connection: Connection | null): FormValues {
  return {
    name: connection?.name ?? "",
    url: connection?.url ?? "",
    userId: connection?.userId ?? "",
    accountId: connection?.accountId ?? "",
    apiKey: "",
    settings: connection?.settings ?? DEFAULTS,
  };
}

/** The texts that must be there and are not. */
export function missingTexts(values: FormValues, hasKey: boolean): readonly TextField[] {
  const fields: readonly TextField[] = ["name", "url", "userId", "accountId", "apiKey"];
  return fields.filter((field) => values[field].trim() === "" && !(field === "apiKey" && hasKey));
}

export function toInput(id: number | null, values: FormValues): CallInput<"connections.save"> {
  return { ...values, id, apiKey: values.apiKey === "" ? null : values.apiKey };
}
