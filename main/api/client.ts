import type { Campaign, CustomFieldLabel } from "../../preload/types.ts";
import type { ResolvedConnection } from "../connections/resolved.ts";
import { AppError } from "../errors.ts";
import type { Transport } from "./transport.ts";

/** @throws AppError api-* */
export function testAccount(
  _transport: Transport,
  _connection: ResolvedConnection,
): Promise<{ readonly accountName: string }> {
  throw new AppError("unexpected");
}

export function listCampaigns(
  _transport: Transport,
  _connection: ResolvedConnection,
): Promise<readonly Campaign[]> {
  throw new AppError("unexpected");
}

export function listCustomFields(
  _transport: Transport,
  _connection: ResolvedConnection,
): Promise<readonly CustomFieldLabel[]> {
  throw new AppError("unexpected");
}
