import { expect, test } from "vitest";
import { createRowRules } from "../../../main/pipeline/validation/row-rules.ts";
import type { ImportOptions } from "../../../preload/types.ts";

function told(header: string): readonly string[] {
  const columns = [
    { index: 0, header: "Card", samples: [] },
    { index: 1, header, samples: [] },
  ];
  const mapping = [
    { field: "card_number", columns: [0], transforms: [] },
    { field: "custom_date", columns: [1], transforms: [] },
  ] as const;
  const options = { generateCardNumbers: null } as unknown as ImportOptions;
  const values = ["7001", `${new Date().getFullYear() + 1}-05-04`];
  return createRowRules(mapping, options, columns)({ row: 2, values }).map(({ code }) => code);
}

test.each(["Birthday", "Friend since", "Bisher", "Calendar day", "Geburtsdatum"])(
  "a day still to come is told under %s",
  (header) => {
    expect(told(header)).toEqual(["date-in-future"]);
  },
);

test.each(["Expires", "Valid until", "Next visit", "Ablaufdatum", "End date", "Gültig bis"])(
  "a day still to come is what %s says",
  (header) => {
    expect(told(header)).toEqual([]);
  },
);
