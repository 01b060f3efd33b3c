import { isFieldName } from "../../../preload/fields.ts";
import type { CustomFieldLabel } from "../../../preload/types.ts";
import type { Transport } from "../../common/host/transport.ts";
import type { ResolvedConnection } from "../../records/connections/resolved.ts";
import { callApi } from "./call.ts";
import { asList, isReplyObject, type ReplyNode, textMember } from "./reply/node.ts";

const CUSTOM = /^custom_field_[1-9]\d{0,3}$/;
const LABELS = ["label", "title", "caption", "display_name", "field_label", "name", "value"];
const MAX_DEPTH = 6;
const MAX_LABEL = 200;

/**
 * `type=manage_fields`, `action=list`: custom fields with their labels. The reply's shape is not
 * documented: whatever names custom fields with labels is read, `{"custom_field_1": "Size"}` as
 * well as lists of objects that hold a name and a label.
 * @throws AppError of `callApi`
 */
export async function listCustomFields(
  transport: Transport,
  connection: ResolvedConnection,
  signal?: AbortSignal,
): Promise<readonly CustomFieldLabel[]> {
  const action = [{ name: "action", value: "list" }];
  const content = await callApi(transport, connection, "manage_fields", action, signal);
  const labels = new Map<string, CustomFieldLabel>();
  for (const label of labelsIn(content, 0)) {
    if (!labels.has(label.field)) labels.set(label.field, label);
  }
  return [...labels.values()].sort((a, b) => number(a) - number(b));
}

function labelsIn(node: ReplyNode, depth: number): readonly CustomFieldLabel[] {
  if (depth > MAX_DEPTH || typeof node !== "object" || node === null) return [];
  if (!isReplyObject(node)) return asList(node).flatMap((each) => labelsIn(each, depth + 1));
  const own = Object.values(node).find(isCustomName);
  const label = own === undefined ? undefined : labelOf(node, own);
  const here = own === undefined || label === undefined ? [] : toLabel(own, label);
  const named = Object.entries(node).flatMap(([name, value]) => {
    if (!CUSTOM.test(name)) return labelsIn(value, depth + 1);
    return typeof value === "string"
      ? toLabel(name, value)
      : toLabel(name, labelOf(value, name) ?? "");
  });
  return [...here, ...named];
}

function isCustomName(value: ReplyNode): value is string {
  return typeof value === "string" && CUSTOM.test(value);
}

function labelOf(node: ReplyNode, field: string): string | undefined {
  for (const name of LABELS) {
    const text = textMember(node, name);
    if (text !== undefined && text !== "" && text !== field) return text;
  }
  return undefined;
}

function toLabel(field: string, label: string): readonly CustomFieldLabel[] {
  const text = label.trim().slice(0, MAX_LABEL);
  return text !== "" && isFieldName(field) ? [{ field, label: text }] : [];
}

function number({ field }: CustomFieldLabel): number {
  return Number(field.replace("custom_field_", ""));
}
