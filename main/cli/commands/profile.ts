import { extname, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Connection } from "../../../preload/types.ts";
import { AppError } from "../../common/errors.ts";
import { writeListToFill } from "../../features/connections/list-to-fill.ts";
import { requireConsentToWeakKeyStore } from "../../features/settings/weak-key-store.ts";
import { checkedUrl } from "../../records/connections/url.ts";
import { writeBeside } from "../../records/files/outgoing.ts";
import { newConnectionSettings } from "../../records/settings.ts";
import type { CliContext, Command } from "../command.ts";
import { EXIT, type ExitStatus } from "../outcome/exit.ts";
import { type CliServices, withServices } from "../services.ts";
import { columns, print } from "../terminal/print.ts";
import { parseChoice, parseCommand } from "../words/parse.ts";
import { findProfile } from "../words/profile.ts";
import { readKey } from "../words/read-key.ts";

/** Milliseconds that names of custom fields may take. */
const NAMES_MS = 5000;
const ACTIONS = ["add", "list", "test", "key", "template", "remove"] as const;

export const command: Command = {
  usage: [
    "profile add NAME --url URL --user ID --account ID [--key-env VAR]",
    "profile list",
    "profile test NAME",
    "profile key NAME [--key-env VAR]",
    "profile template NAME --out FILE",
    "profile remove NAME",
  ],
  help: 'Keeps connections. The API key comes from the environment variable that --key-env names, or\nfrom standard input; never from an argument, where other programs could read it. "key" takes a\nnew key for a connection that is there, as after a restore on another computer. "test" also\nlearns the names of the account\'s custom fields and the kinds of its campaigns, for later imports.\n"template" writes an empty list with a column for each field, to be filled in; FILE\'s ending chooses\n.xlsx or .csv.\nThe installed program on Windows takes no word behind an address: there, write --url=URL.',
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
  const { values, positionals } = parseCommand(
    args,
    {
      url: { type: "string" },
      user: { type: "string" },
      account: { type: "string" },
      "key-env": { type: "string" },
    },
    { names: ["NAME"] },
  );
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
    await print(context, { profile }, () => [
      `Connection ${profile.name} added. Try it with: profile test "${profile.name}"`,
    ]);
    return EXIT.done;
  });
}

/** What the protection is worth, where it is not the system's own. */
function tellProtection({ io }: CliContext, { host: { secrets } }: CliServices): void {
  if (secrets.kind !== "key-file") return;
  io.err(
    `The key is kept encrypted, but not by a key store of the system: whoever can read ${secrets.backend} and the data folder can read it. Only your account may.`,
  );
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
        ["Name", "Address", "User ID", "Account ID", "Key"],
        profiles.map((each) => [
          each.name,
          each.kind === "practice" ? "practice server" : each.url,
          each.user,
          each.account,
          each.hasKey ? "kept" : "missing",
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
      `Connection ${name} works: account ${accountName}`,
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
  const { values, positionals } = parseCommand(
    args,
    { "key-env": { type: "string" } },
    { names: ["NAME"] },
  );
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
    await print(context, { profile }, () => [
      `The key of ${profile.name} is kept. Try it with: profile test "${profile.name}"`,
    ]);
    return EXIT.done;
  });
}

async function template(context: CliContext, args: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = parseCommand(
    args,
    { out: { type: "string" } },
    { names: ["NAME"] },
  );
  const file = resolve(required(values.out, "--out"));
  const ending = extname(file).toLowerCase();
  if (ending !== ".xlsx" && ending !== ".csv") throw new AppError("usage-export-ending");
  return await withServices(context, async ({ connections }) => {
    const { id, name } = findProfile(connections, positionals[0] ?? "");
    const customFields = await connections.customFields(id);
    const format = ending === ".csv" ? "csv" : "xlsx";
    await writeBeside(context.dataDir, file, () => writeListToFill(file, format, customFields));
    await print(context, { profile: name, file }, () => [`Empty list written to ${file}`]);
    return EXIT.done;
  });
}

async function remove(context: CliContext, args: readonly string[]): Promise<ExitStatus> {
  const { positionals } = parseCommand(args, {}, { names: ["NAME"] });
  return await withServices(context, async ({ connections }) => {
    const { id, name } = findProfile(connections, positionals[0] ?? "");
    connections.remove(id);
    await print(context, { removed: name }, () => [`Connection ${name} removed.`]);
    return EXIT.done;
  });
}
