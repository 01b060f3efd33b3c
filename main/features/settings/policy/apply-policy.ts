import { isDeepStrictEqual } from "node:util";
import { connectionSettingsSchema } from "../../../../preload/contract/shapes.ts";
import type { CallInput } from "../../../../preload/contract.ts";
import type { Connection, ConnectionSettings, FixedField } from "../../../../preload/types.ts";
import { AppError } from "../../../common/errors.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { forgetCampaignNames } from "../../../records/connections/campaign-names.ts";
import { forgetNames } from "../../../records/connections/custom-fields.ts";
import { type ConnectionRecord, findConnection } from "../../../records/connections/records.ts";
import { parseSettings } from "../../../records/connections/settings.ts";
import { checkedUrl } from "../../../records/connections/url.ts";
import { changeSettings, newConnectionSettings } from "../../../records/settings.ts";
import { isLocked, type Lock, type Policy, type PolicyConnection } from "./policy.ts";

/** What the policy has preset in a data folder, so that it presets each thing once. */
const KEY = "policy";

interface Preset {
  readonly settings: string;
  readonly connections: readonly string[];
}

/**
 * Presets what the policy says: what is locked at every start, the rest once, so that a user's own
 * choice after it stays.
 */
export function applyPolicy(db: Database, policy: Policy): void {
  if (policy.source === null) return;
  db.transaction(() => {
    const before = readPreset(db);
    presetSettings(db, policy, before);
    const names = new Set(before.connections);
    for (const connection of policy.connections ?? []) {
      presetConnection(db, connection, isLocked(policy, "connections"), names.has(connection.name));
      names.add(connection.name);
    }
    writePreset(db, {
      settings: JSON.stringify(policy.settings ?? {}),
      connections: [...names],
    });
  }).immediate();
}

function presetSettings(db: Database, policy: Policy, before: Preset): void {
  const settings = policy.settings ?? {};
  const fresh = JSON.stringify(settings) !== before.settings;
  const due = Object.entries(settings).filter(([name]) => fresh || isLocked(policy, name as Lock));
  if (due.length > 0) changeSettings(db, Object.fromEntries(due));
}

function presetConnection(
  db: Database,
  { name, url: address, userId, accountId, settings }: PolicyConnection,
  locked: boolean,
  known: boolean,
): void {
  const url = checkedUrl(address);
  const now = Date.now();
  const found = findConnection(db, name);
  if (found === undefined) {
    // Removed by the user since: left alone, unless it is not theirs to remove.
    if (known && !locked) return;
    db.prepare(
      `INSERT INTO connections
         (name, kind, url, user_id, account_id, sealed_key, settings, created_at, updated_at)
       VALUES (?, 'api', ?, ?, ?, NULL, ?, ?, ?)`,
    ).run(
      name,
      url,
      userId ?? "",
      accountId ?? "",
      JSON.stringify(withPreset(newConnectionSettings(db), settings)),
      now,
      now,
    );
    return;
  }
  if (!locked || found.kind !== "api") return;
  presetConnectionSettings(db, found, settings);
  const user = userId ?? found.user_id;
  const account = accountId ?? found.account_id;
  if (found.url === url && found.user_id === user && found.account_id === account) return;
  forgetNames(db, found.id);
  forgetCampaignNames(db, found.id);
  // A key that was entered for another address or account must not go to this one.
  db.prepare(
    `UPDATE connections SET url = ?, user_id = ?, account_id = ?, sealed_key = NULL, updated_at = ?
     WHERE id = ?`,
  ).run(url, user, account, now, found.id);
}

function presetConnectionSettings(
  db: Database,
  { id, settings: kept }: ConnectionRecord,
  preset: PolicyConnection["settings"],
): void {
  const settings = JSON.stringify(withPreset(parseSettings(kept), preset));
  if (settings === JSON.stringify(parseSettings(kept))) return;
  db.prepare("UPDATE connections SET settings = ?, updated_at = ? WHERE id = ?").run(
    ...[settings, Date.now(), id],
  );
}

/** Settings of a connection with those in their place that the policy has. */
function withPreset(
  settings: ConnectionSettings,
  preset: PolicyConnection["settings"],
): ConnectionSettings {
  if (preset === undefined) return settings;
  const compatibility = { ...settings.compatibility, ...preset.compatibility };
  return connectionSettingsSchema.parse({ ...settings, ...preset, compatibility });
}

/** What the policy locks of the connections' calls. */
interface Lockable {
  list(): readonly Connection[];
  byName(name: string): Connection | undefined;
  save(input: CallInput<"connections.save">): Connection;
  remove(id: number): void;
}

/** The same connections, but for what the policy has locked. */
export function lockConnections<C extends Lockable>(connections: C, policy: Policy): C {
  if (!isLocked(policy, "connections")) return connections;
  const presetOf = ({ name, kind }: Connection) =>
    kind === "api"
      ? policy.connections?.find((preset) => isSameName(preset.name, name))
      : undefined;
  const find = (id: number | null) => connections.list().find((one) => one.id === id);
  const marked = (connection: Connection): Connection => {
    const preset = presetOf(connection);
    return preset === undefined ? connection : { ...connection, fixed: fixedBy(preset) };
  };
  return {
    ...connections,
    list: () => connections.list().map(marked),
    byName(name) {
      const found = connections.byName(name);
      return found === undefined ? undefined : marked(found);
    },
    save(input) {
      const before = find(input.id);
      const preset = before === undefined ? undefined : presetOf(before);
      const wanted = { ...input, url: checkedUrl(input.url) };
      const changed =
        preset !== undefined &&
        (fixedBy(preset).some((field) => wanted[field].trim() !== before?.[field]) ||
          !isDeepStrictEqual(withPreset(input.settings, preset.settings), input.settings));
      if (changed) throw new AppError("setting-locked", { detail: "connection" });
      return marked(connections.save(input));
    },
    remove(id) {
      const found = find(id);
      if (found !== undefined && presetOf(found) !== undefined) {
        throw new AppError("setting-locked", { detail: "connection" });
      }
      connections.remove(id);
    },
  };
}

/** As the database compares names: of two that differ in case only there is one. */
function isSameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

function fixedBy({ userId, accountId }: PolicyConnection): readonly FixedField[] {
  return [
    ...(["name", "url"] as const),
    ...(userId === undefined ? [] : (["userId"] as const)),
    ...(accountId === undefined ? [] : (["accountId"] as const)),
  ];
}

/** @throws AppError setting-locked */
export function requireUnlocked(policy: Policy, change: object): void {
  for (const name of Object.keys(change)) {
    if (isLocked(policy, name as Lock)) throw new AppError("setting-locked", { detail: name });
  }
}

function readPreset(db: Database): Preset {
  const value = db.prepare("SELECT value FROM settings WHERE key = ?").pluck().get(KEY);
  return typeof value === "string"
    ? (JSON.parse(value) as Preset)
    : { settings: "{}", connections: [] };
}

function writePreset(db: Database, preset: Preset): void {
  db.prepare(
    `INSERT INTO settings (key, value) VALUES (?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  ).run(KEY, JSON.stringify(preset));
}
