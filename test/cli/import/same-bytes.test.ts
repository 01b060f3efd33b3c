import { expect, test } from "vitest";
import type { CliContext } from "../../../main/cli/command.ts";
import type { DataServices } from "../../../main/cli/data-services.ts";
import { queueStaged } from "../../../main/cli/sending/queue-staged.ts";
import { stageImport } from "../../../main/cli/sending/stage-import.ts";
import { parseImport } from "../../../main/cli/words/import-words.ts";
import { createBatchBodies } from "../../../main/pipeline/delivery/sender/batch-body.ts";
import { readConnections, toConnection } from "../../../main/records/connections/records.ts";
import { serverOf } from "../../../main/records/connections/server.ts";
import { openWorkshop } from "../../features/importing/workshop.ts";

const LIST =
  "Ref,Who,Town,Born\nA1,ANA  MÜLLER,Bern,13/04/1980\nA2,BEA,Basel,02/05/1981\nA3,CY,bern,25/12/1970\n";

test("a list that the window mapped goes out from the command line in the same bytes", async () => {
  const { db, vault, drafts, open, check, write } = openWorkshop();
  const draft = await open("list.csv", LIST);
  const draftId = draft.id;
  await drafts.setMapping({
    draftId,
    mapping: [
      { field: "code", columns: [0], transforms: [] },
      { field: "first_name", columns: [1], transforms: [{ kind: "case", to: "title" }] },
      { field: "custom_date", columns: [3], transforms: [] },
      { field: "country", columns: [], fixed: "Switzerland", transforms: [] },
    ],
  });
  const { options } = await drafts.get({ draftId });
  const conditions = [{ column: "Town", kind: "is", value: "Bern" }] as const;
  await drafts.setOptions({ draftId, options: { ...options, conditions } });
  await check(draftId);
  await drafts.send({ draftId, confirmOverwrite: false });

  const [connection] = readConnections(db).map(toConnection);
  if (connection === undefined) throw new Error("no connection");
  const context: CliContext = {
    io: {
      out: () => Promise.resolve(true),
      err: () => undefined,
      terminal: null,
      readInput: () => Promise.resolve(""),
      input: null,
      env: {},
      signal: new AbortController().signal,
    },
    ...{ dataDir: "", json: false, quiet: true, commands: {} },
    note: () => undefined,
    step: () => undefined,
    createHost: () => Promise.reject(new Error("no host")),
  };
  const services = { db, vault } as DataServices;
  const words = parseImport([write("next.csv", LIST), "--profile", connection.name]);
  const staged = await stageImport(context, services, words, connection);
  queueStaged(services, connection, { ...staged, name: "next.csv" }, () => undefined);

  const ids = db.prepare("SELECT id FROM batches ORDER BY id").pluck().all() as number[];
  const resolved = { ...connection, apiKey: "k", server: serverOf(connection) };
  const [window, commandLine] = ids.map((id) =>
    createBatchBodies(db, vault).body(id, resolved).toString(),
  );
  expect(ids).toHaveLength(2);
  expect(commandLine).toBe(window);
  expect(commandLine).toContain("Switzerland");
});
