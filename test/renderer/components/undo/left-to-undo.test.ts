import { expect, it } from "vitest";
import type { ImportCounts } from "../../../../preload/types.ts";
import { leftToUndo } from "../../../../renderer/components/undo/left-to-undo.ts";

const COUNTS: ImportCounts = {
  ...{ rows: 4, batches: 2, accepted: 2, rejected: 0, uncertain: 0, cancelled: 0, open: 0 },
  ...{ rowsAccepted: 4, rowsRejected: 0, rowsUncertain: 0, rowsMaybe: 0, rowsUncounted: 0 },
  ...{ customersNew: 2, customersUpdated: 2 },
};
const ACCEPTED = { state: "accepted", finishedAt: 1, undone: null, counts: COUNTS } as const;
const REJECTED = { ...ACCEPTED, state: "rejected" } as const;

it("is there to be undone as long as something arrived and stands, or has not gone out", () => {
  expect(leftToUndo(ACCEPTED)).toBe("yes");
  expect(leftToUndo({ ...ACCEPTED, state: "partly-accepted" })).toBe("yes");
  const sending = { ...COUNTS, open: 1 };
  expect(leftToUndo({ ...REJECTED, finishedAt: null, counts: sending })).toBe("yes");
  // All that had arrived was undone there; the rest of it waits to be sent.
  expect(leftToUndo({ ...ACCEPTED, undone: "reverted", counts: sending })).toBe("yes");
});

it("is not there once it was undone as a whole, or where nothing can have arrived", () => {
  expect(leftToUndo({ ...ACCEPTED, undone: "reverted" })).toBe("no");
  expect(leftToUndo(REJECTED)).toBe("no");
  expect(leftToUndo({ ...ACCEPTED, state: "cancelled" })).toBe("no");
  expect(leftToUndo({ ...REJECTED, counts: { ...COUNTS, rowsMaybe: 2 } })).toBe("yes");
});

it("is told by the plan where earlier values were put back", () => {
  expect(leftToUndo({ ...ACCEPTED, undone: "put-back" })).toBe("maybe");
});
