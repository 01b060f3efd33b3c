import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FieldName } from "../../preload/fields.ts";
import type { Mapping } from "../../preload/types.ts";
import {
  addTarget,
  moveTarget,
  removeTarget,
  setDateFormat,
  setFixed,
  setJoined,
  splitName,
  targetsOf,
} from "../../renderer/components/mapping/fields/targets.ts";
import {
  findTransform,
  partNameOf,
  withTransform,
} from "../../renderer/components/mapping/transforms/transforms.ts";

const proposed: Mapping = [
  { field: "code", columns: [0], transforms: [], confidence: "certain" },
  { field: "email", columns: [1], transforms: [], confidence: "likely" },
];

const FIELDS: readonly FieldName[] = ["code", "card_number", "email", "first_name", "last_name"];
const change = fc.record({
  column: fc.nat({ max: 4 }),
  from: fc.option(fc.constantFrom(...FIELDS)),
  to: fc.option(fc.constantFrom(...FIELDS)),
});

describe("changing the mapping", () => {
  it("lets one column feed code and card number", () => {
    const mapping = addTarget(proposed, 0, "card_number");
    expect(targetsOf(mapping, 0).map((target) => target.field)).toEqual(["code", "card_number"]);
  });

  it("takes a field over from the column that fed it", () => {
    const mapping = moveTarget(proposed, 2, null, "email");
    expect(targetsOf(mapping, 1)).toEqual([]);
    expect(targetsOf(mapping, 2).map((target) => target.field)).toEqual(["email"]);
  });

  it("no longer calls a field a proposal once the person has changed it", () => {
    const mapping = setDateFormat(proposed, "email", "YYYY-MM-DD");
    expect(mapping[1]).not.toHaveProperty("confidence");
    expect(mapping[0]).toHaveProperty("confidence", "certain");
  });

  it("joins a further column and lets go of it again", () => {
    const joined = setJoined(proposed, "email", 3, true);
    expect(joined[1]?.columns).toEqual([1, 3]);
    expect(setJoined(joined, "email", 3, false)[1]?.columns).toEqual([1]);
  });

  it("drops a field whose last column is taken away", () => {
    expect(removeTarget(proposed, 1, "email").map((target) => target.field)).toEqual(["code"]);
  });

  it("takes a full name apart from one column", () => {
    const mapping = splitName(addTarget(proposed, 4, "first_name"), 4, ["Jane Doe"]);
    expect(targetsOf(mapping, 4).map((target) => target.transforms)).toEqual([
      [{ kind: "split", by: "blank", take: "first" }],
      [{ kind: "split", by: "blank", take: "rest" }],
    ]);
  });

  it("takes a full name with the last name first apart by its comma", () => {
    const samples = ["Doe, Jane", "Vega Ruiz, Luis"];
    const mapping = splitName(addTarget(proposed, 4, "last_name"), 4, samples);
    expect(targetsOf(mapping, 4).map(({ field, transforms }) => [field, transforms[0]])).toEqual([
      ["first_name", { kind: "split", by: "comma", take: "rest" }],
      ["last_name", { kind: "split", by: "comma", take: "first" }],
    ]);
  });

  it("knows every part by which a value may be split", () => {
    const split = [
      { by: "comma", take: "rest" },
      { by: "blank", take: "last" },
    ] as const;
    expect(split.map(partNameOf)).toEqual(["afterComma", "last"]);
  });

  it("never holds a field twice, nor one without a source, whatever is changed", () => {
    fc.assert(
      fc.property(fc.array(change), (changes) => {
        const mapping = changes.reduce<Mapping>(
          (now, { column, from, to }) => moveTarget(now, column, from, to),
          setFixed(proposed, "country", "ES"),
        );
        const fields = mapping.map((target) => target.field);
        expect(new Set(fields).size).toBe(fields.length);
        expect(
          mapping.every((target) => target.columns.length > 0 || target.fixed !== undefined),
        ).toBe(true);
      }),
    );
  });
});

describe("changing the values of a field", () => {
  it("keeps the order in which changes are applied", () => {
    const first = withTransform([], "default", { kind: "default", value: "x" });
    const both = withTransform(first, "trim", { kind: "trim" });
    expect(both.map((one) => one.kind)).toEqual(["trim", "default"]);
  });

  it("replaces and removes a change of the same kind", () => {
    const upper = withTransform([], "case", { kind: "case", to: "upper" });
    const lower = withTransform(upper, "case", { kind: "case", to: "lower" });
    expect(findTransform(lower, "case")?.to).toBe("lower");
    expect(withTransform(lower, "case", null)).toEqual([]);
  });
});
