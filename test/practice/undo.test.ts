import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AppError } from "../../main/common/errors.ts";
import { POINTS, practiceServer, sendRows } from "../helpers/practice.ts";

const FIELDS = ["code", "first_name", "auto_add"];

describe("undo states", () => {
  test("are kept by default and with allow_undo, newest first, and not with no_undo", async () => {
    const server = await practiceServer();
    await sendRows(server, FIELDS, ["A|Ann|"]);
    await sendRows(server, FIELDS, ["A|Anna|", "B|Bob|"], { allow_undo: "yes" });
    await sendRows(server, FIELDS, ["A|Anne|"], { no_undo: "yes" });
    expect(server.undoStates()).toMatchObject([
      { created: 1, updated: 1 },
      { created: 1, updated: 0 },
    ]);
  });

  test("put fields and balances back and remove new customers, once", async () => {
    const server = await practiceServer();
    await sendRows(server, FIELDS, ["A|Ann|5"], { no_undo: "yes" });
    const before = server.customers();
    await sendRows(server, FIELDS, ["A|Anna|7", "A|Anne|9", "B|Bob|1"]);
    const id = server.undoStates()[0]?.id ?? 0;
    expect(server.undo(id)).toEqual({ removed: 1, restored: 1 });
    expect(server.customers()).toEqual(before);
    expect(server.undoStates()).toEqual([]);
    expect(() => server.undo(id)).toThrow(AppError);
  });

  test("undone out of order bring a removed customer back as it was", async () => {
    const server = await practiceServer();
    await sendRows(server, FIELDS, ["A|Ann|5"]);
    const before = server.customers();
    await sendRows(server, FIELDS, ["A|Anna|5"]);
    const [newer, older] = server.undoStates();
    server.undo(older?.id ?? 0);
    expect(server.customers()).toEqual([]);
    server.undo(newer?.id ?? 0);
    expect(server.customers()).toEqual(before);
  });

  test("undone newest first walk back through any history of imports", async () => {
    const row = fc.tuple(
      fc.constantFrom("A", "B", "C", ""),
      fc.constantFrom("", "Ann", "Bob"),
      fc.constantFrom("", "1", "2.5"),
    );
    const batch = fc.record({
      rows: fc.array(row, { minLength: 1, maxLength: 4 }),
      overwrite_duplicates: fc.constantFrom("yes", "update", "ignore"),
    });
    const server = await practiceServer();
    await fc.assert(
      fc.asyncProperty(fc.array(batch, { maxLength: 5 }), async (batches) => {
        const steps = [server.customers()];
        for (const { rows, overwrite_duplicates } of batches) {
          const lines = rows.map((values) => values.join("|"));
          await sendRows(server, FIELDS, lines, { overwrite_duplicates });
          steps.push(server.customers());
        }
        for (const step of steps.toReversed()) {
          expect(server.customers()).toEqual(step);
          const [newest] = server.undoStates();
          if (newest !== undefined) server.undo(newest.id);
        }
        expect(server.customers()).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test("do not take part in campaigns that the undone import added", async () => {
    const server = await practiceServer();
    await sendRows(server, ["code"], ["A"], { campaigns_to_include: POINTS, no_undo: "yes" });
    const before = server.customers();
    const all = "1106069098931231,1106069098931232";
    await sendRows(server, ["code"], ["A"], { campaigns_to_include: all });
    expect(server.customers()[0]?.balances).toHaveLength(2);
    server.undo(server.undoStates()[0]?.id ?? 0);
    expect(server.customers()).toEqual(before);
  });
});
