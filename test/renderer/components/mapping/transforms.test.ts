import fc from "fast-check";
import { expect, test } from "vitest";
import type { CustomFieldLabel, Mapping, Transform } from "../../../../preload/types.ts";
import { fieldGroups } from "../../../../renderer/components/mapping/fields/field-groups.ts";
import {
  findTransform,
  partNameOf,
  partNames,
  parts,
  withTransform,
} from "../../../../renderer/components/mapping/transforms/transforms.ts";

const TRANSFORMS: readonly Transform[] = [
  { kind: "trim" },
  { kind: "collapse-blanks" },
  { kind: "digits-only" },
];

test("transforms stand in their own order, whatever order they were chosen in", () => {
  const inOrder = TRANSFORMS.map(({ kind }) => kind);
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...TRANSFORMS], { minLength: TRANSFORMS.length }),
      (chosen) => {
        const all = chosen.reduce<readonly Transform[]>(
          (rest, one) => withTransform(rest, one.kind, one),
          [],
        );
        expect(all.map(({ kind }) => kind)).toEqual(inOrder);
      },
    ),
  );
});

test("a kind stands once: the new one takes the place of the old, null takes it away", () => {
  const split = (part: (typeof parts)[keyof typeof parts]): Transform => ({
    kind: "split",
    ...part,
  });
  const once = withTransform([{ kind: "trim" }, split(parts.first)], "split", split(parts.last));
  expect(once).toHaveLength(2);
  expect(findTransform(once, "split")).toMatchObject(parts.last);
  expect(withTransform(once, "split", null)).toEqual([{ kind: "trim" }]);
});

test("every part that is offered is known again by what it does", () => {
  expect(partNames.map((name) => partNameOf(parts[name]))).toEqual(partNames);
});

test("custom fields are offered that have a name or are in use, beside the first ten, by number", () => {
  const labels = [{ field: "custom_field_12", label: "Shoe size" }] as readonly CustomFieldLabel[];
  const mapping = [
    { field: "custom_field_40", columns: [0], transforms: [] },
    { field: "code", columns: [1], transforms: [] },
  ] as unknown as Mapping;
  const custom = fieldGroups(labels, mapping).at(-1);
  const numbers = custom?.fields.map((field) => Number(field.slice("custom_field_".length)));
  expect(custom?.name).toBe("custom");
  expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 40]);
});
