import fc from "fast-check";
import { expect, test } from "vitest";
import { csv, openWorkshop } from "../workshop.ts";

/** What a row may have wrong: an e-mail with a likely slip, an unreadable day, a code of before. */
const row = fc.record({
  slip: fc.boolean(),
  someday: fc.boolean(),
  repeats: fc.boolean(),
  leftOut: fc.boolean(),
});

const NONE = { slip: false, someday: false, repeats: false, leftOut: false };

test("kinds count the rows of their own tile, and a warning beside an error is told apart", async () => {
  const shop = openWorkshop();
  const { drafts } = shop;
  const lists = fc.array(row, { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(lists, async (rows) => {
      const text = csv(rows.length, (number) => {
        const { slip, someday, repeats } = rows[number - 1] ?? NONE;
        return [
          repeats ? "C1" : `C${number}`,
          "Ana",
          slip ? `ana${number}@gmial.com` : `ana${number}@example.com`,
          someday ? "someday" : "1990-01-01",
        ];
      });
      const { id: draftId, mapping } = await shop.open("kinds.csv", text);
      await drafts.setMapping({
        draftId,
        mapping: mapping.map((each) =>
          each.field === "custom_date" ? { ...each, dateFormat: "YYYY-MM-DD" } : each,
        ),
      });
      await shop.check(draftId);
      const indexes = rows.flatMap(({ leftOut }, at) => (leftOut ? [at] : []));
      if (indexes.length > 0) await drafts.leaveOut({ draftId, indexes, leftOut: true });

      const kinds = await drafts.problemKinds({ draftId });
      const rowsOf = (filter: "errors" | "warnings") =>
        drafts.rows({ draftId, filter, offset: 0, limit: 100 });
      const [errors, warnings] = [await rowsOf("errors"), await rowsOf("warnings")];
      for (const { code, field, severity, rows: count, elsewhere } of kinds) {
        const having = (page: typeof errors) =>
          page.rows.filter(({ problems }) =>
            problems.some((each) => each.code === code && each.field === field),
          ).length;
        expect(count).toBe(having(severity === "error" ? errors : warnings));
        expect(elsewhere).toBe(severity === "error" ? 0 : having(errors));
      }
      // Each row of a tile has one of its kinds at least.
      const findings = (wanted: string) =>
        kinds.reduce(
          (sum, { severity, rows: count }) => sum + Number(severity === wanted) * count,
          0,
        );
      expect(findings("error")).toBeGreaterThanOrEqual(errors.total);
      expect(findings("warning")).toBeGreaterThanOrEqual(warnings.total);
    }),
    { numRuns: 6 },
  );
}, 60_000);
