import { expect, test } from "vitest";
import type { UndoPlan } from "../../../../preload/types.ts";
import { planParts, whyNothing } from "../../../../renderer/components/undo/plan-parts.ts";

interface Given {
  readonly way?: UndoPlan["way"];
  readonly unsent?: number;
  readonly restore?: Partial<UndoPlan["restore"]>;
  readonly admin?: Partial<UndoPlan["admin"]>;
  readonly practice?: boolean;
  readonly undoneBy?: UndoPlan["undoneBy"];
}

const plan = ({ way = null, unsent = 0, restore, admin, practice = false, undoneBy = [] }: Given) =>
  ({
    way,
    practice,
    undoneBy,
    unsent: { batches: unsent },
    restore: { customers: 0, blocked: null, ...restore },
    admin: { steps: 0, done: 0, ...admin },
  }) as unknown as UndoPlan;

test("each way of taking back shows its part, and what can be done either way shows both", () => {
  const of = (way: UndoPlan["way"]) => planParts(plan({ way }));
  expect(of("here")).toEqual({ fromHere: true, there: false, restorable: true });
  expect(of("there")).toEqual({ fromHere: false, there: true, restorable: false });
  expect(of("either")).toEqual({ fromHere: true, there: true, restorable: true });
  expect(of(null)).toEqual({ fromHere: false, there: false, restorable: false });
});

test("what is not sent yet is cancelled from here, also where nothing can be put back", () => {
  expect(planParts(plan({ unsent: 2 }))).toMatchObject({ fromHere: true, restorable: false });
});

test("earlier values that cannot be put back are told with the reason", () => {
  const blocked = plan({ restore: { customers: 3, blocked: "keyless" } as never });
  expect(planParts(blocked)).toMatchObject({ fromHere: true, restorable: false });
});

test("steps that a person ticked off can be taken off again, those of the practice server not", () => {
  const done = { steps: 2, done: 2 };
  expect(planParts(plan({ admin: done })).there).toBe(true);
  expect(planParts(plan({ admin: done, practice: true })).there).toBe(false);
});

test("an import is called taken back where another did it or every step is ticked off", () => {
  expect(whyNothing(plan({}))).toBe("nothing");
  expect(whyNothing(plan({ admin: { steps: 2, done: 1 } }))).toBe("nothing");
  expect(whyNothing(plan({ admin: { steps: 2, done: 2 } }))).toBe("already");
  expect(whyNothing(plan({ undoneBy: [7] as never }))).toBe("already");
});
