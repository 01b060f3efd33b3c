import { extname, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Connection } from "../../../preload/types.ts";
import { AppError } from "../../common/errors.ts";
import { t } from "../../common/text.ts";
import { writeListToFill } from "../../features/connections/list-to-fill.ts";
import { requireConsentToWeakKeyStore } from "../../features/settings/weak-key-store.ts";
import { checkedUrl } from "../../records/connections/url.ts";
import { writeBeside } from "../../records/files/outgoing.ts";
import { newConnectionSettings } from "../../records/settings.ts";
import type { CliContext, Command, Options } from "../command.ts";
import { EXIT, type ExitStatus } from "../outcome/exit.ts";
import { type CliServices, withServices } from "../services.ts";
import { columns, print, titles } from "../terminal/print.ts";
import { parseChoice, parseCommand } from "../words/parse.ts";
import { findProfile } from "../words/profile.ts";
import { readKey } from "../words/read-key.ts";

/** Milliseconds that names of custom fields may take. */
const NAMES_MS = 5000;
const ACTIONS = ["add", "list", "test", "key", "template", "remove"] as const;

const KEY = { "key-env": { type: "string", value: "VAR" } } as const satisfies Options;
const OUT = { out: { type: "string", value: "FILE" } } as const satisfies Options;
const ADD = {
  url: { type: "string", value: "URL" },
  user: { type: "string", value: "ID" },
  account: { type: "string", value: "ID" },
  ...KEY,
} as const satisfies Options;

export const command: Command = {
  usage: [
    "profile add NAME --url URL --user ID --account ID [--key-env VAR]",
    "profile list",
    "profile test NAME",
    "profile key NAME [--key-env VAR]",
    "profile template NAME --out FILE",
    "profile remove NAME",
  ],
  actions: ACTIONS,
  options: { ...ADD, ...OUT },
  async run(context, args) {
    const [word = "", ...rest] = args;
    const action = parseChoice(word, "profile", ACTIONS);
    switch (action) {
      case "add":
        return await add(context, rest);
      case "list":
        return await list(context, rest);
      case "test":
        return await test(context, rest);
      case "key":
        return await changeKey(context, rest);
      case "template":
        return await template(context, rest);
      case "remove":
        return await remove(context, rest);
    }
  },
};

/** A connection for the outside: no key, only whether there is one. */
function shown({ name, kind, url, userId, accountId, hasKey, settings, hold }: Connection) {
  return { name, kind, url, user: userId, account: accountId, hasKey, hold, settings };
}

async function add(context: CliContext, args: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = parseCommand(args, ADD, { names: ["NAME"] });
  const input = {
    id: null,
    name: checkedName(positionals[0] ?? ""),
    url: checkedUrl(required(values.url, "--url")),
    userId: required(values.user, "--user"),
    accountId: required(values.account, "--account"),
  };
  return await withServices(context, async (services) => {
    const { connections, db } = services;
    // Agreeing to weak protection takes a person who reads the question: the window asks it.
    requireConsentToWeakKeyStore(services, false);
    if (connections.byName(input.name) !== undefined) {
      throw new AppError("connection-name-taken", { params: { name: input.name } });
    }
    const apiKey = await readKey(context.io, values["key-env"]);
    const profile = shown(
      connections.save({ ...input, settings: newConnectionSettings(db), apiKey }),
    );
    tellProtection(context, services);
    await print(context, { profile }, () => [t("cli:profile.added", { name: profile.name })]);
    return EXIT.done;
  });
}

/** What the protection is worth, where it is not the system's own. */
function tellProtection({ io }: CliContext, { host: { secrets } }: CliServices): void {
  if (secrets.kind !== "key-file") return;
  io.err(t("cli:profile.weak", { path: secrets.backend }));
}

function checkedName(name: string): string {
  const trimmed = name.trim();
  if (trimmed === "" || trimmed.length > 100) throw new AppError("usage-name-length");
  return trimmed;
}

function required(value: string | undefined, option: string): string {
  if (value === undefined) throw new AppError("usage-option-missing", { params: { option } });
  if (value.trim() === "") throw new AppError("usage-value-missing", { params: { option } });
  return value;
}

async function list(context: CliContext, args: readonly string[]): Promise<ExitStatus> {
  parseCommand(args, {}, { names: [] });
  return await withServices(context, async ({ connections }) => {
    const profiles = connections.list().map(shown);
    await print(context, { profiles }, () =>
      columns(
        titles("name", "address", "user", "account", "key"),
        profiles.map((each) => [
          each.name,
          each.kind === "practice" ? t("cli:profile.practice") : each.url,
          each.user,
          each.account,
          t(each.hasKey ? "cli:profile.key-kept" : "cli:profile.key-missing"),
        ]),
      ),
    );
    return EXIT.done;
  });
}

async function test(context: CliContext, args: readonly string[]): Promise<ExitStatus> {
  const { positionals } = parseCommand(args, {}, { names: ["NAME"] });
  return await withServices(context, async ({ connections }) => {
    const { id, name } = findProfile(connections, positionals[0] ?? "");
    const { accountName } = await connections.test(id);
    await print(context, { profile: name, ok: true, accountName }, () => [
      t("cli:profile.works", { name, account: accountName }),
    ]);
    // Later imports know the custom fields by these names, and which campaigns take amounts only; they
    // do not ask for them. The connection works without.
    await Promise.race([
      Promise.allSettled([connections.refreshCustomFields(id), connections.campaigns(id)]),
      setTimeout(NAMES_MS, undefined, { ref: false }),
    ]);
    return EXIT.done;
  });
}

/** What waits for the right key goes on with the next sending. */
async function changeKey(context: CliContext, args: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = parseCommand(args, KEY, { names: ["NAME"] });
  return await withServices(context, async (services) => {
    const { connections } = services;
    requireConsentToWeakKeyStore(services, false);
    const {
      kind,
      hasKey: _,
      hold: __,
      ...connection
    } = findProfile(connections, positionals[0] ?? "");
    if (kind === "practice") throw new AppError("usage-practice-key");
    const apiKey = await readKey(context.io, values["key-env"]);
    const profile = shown(connections.save({ ...connection, apiKey }));
    tellProtection(context, services);
    await print(context, { profile }, () => [t("cli:profile.key-changed", { name: profile.name })]);
    return EXIT.done;
  });
}

async function template(context: CliContext, args: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = parseCommand(args, OUT, { names: ["NAME"] });
  const file = resolve(required(values.out, "--out"));
  const ending = extname(file).toLowerCase();
  if (ending !== ".xlsx" && ending !== ".csv") throw new AppError("usage-export-ending");
  return await withServices(context, async ({ connections }) => {
    const { id, name } = findProfile(connections, positionals[0] ?? "");
    const customFields = await connections.customFields(id);
    const format = ending === ".csv" ? "csv" : "xlsx";
    await writeBeside(context.dataDir, file, () => writeListToFill(file, format, customFields));
    await print(context, { profile: name, file }, () => [t("cli:profile.template", { file })]);
    return EXIT.done;
  });
}

async function remove(context: CliContext, args: readonly string[]): Promise<ExitStatus> {
  const { positionals } = parseCommand(args, {}, { names: ["NAME"] });
  return await withServices(context, async ({ connections }) => {
    const { id, name } = findProfile(connections, positionals[0] ?? "");
    connections.remove(id);
    await print(context, { removed: name }, () => [t("cli:profile.removed", { name })]);
    return EXIT.done;
  });
}
