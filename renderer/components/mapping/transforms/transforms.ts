import type { Transform } from "../../../../preload/types.ts";

type Kind = Transform["kind"];
type Of<K extends Kind> = Extract<Transform, { readonly kind: K }>;

/** The order transforms are applied in, whatever order they were chosen in. */
const ORDER: readonly Kind[] = [
  "trim",
  "collapse-blanks",
  "split",
  "digits-only",
  "replace-values",
  "replace",
  "case",
  "default",
  "international-phone",
];

type Part = Pick<Of<"split">, "by" | "take">;

/** The parts of a value that are offered, by the name that the form and its texts know. */
export const parts = {
  first: { by: "blank", take: "first" },
  rest: { by: "blank", take: "rest" },
  last: { by: "blank", take: "last" },
  beforeComma: { by: "comma", take: "first" },
  afterComma: { by: "comma", take: "rest" },
  afterLastComma: { by: "comma", take: "last" },
} as const satisfies Readonly<Record<string, Part>>;
export type PartName = keyof typeof parts;

export const partNames = Object.keys(parts) as readonly PartName[];

export function partNameOf(part: Part): PartName | undefined {
  return partNames.find((name) => parts[name].by === part.by && parts[name].take === part.take);
}

export function findTransform<K extends Kind>(
  transforms: readonly Transform[],
  kind: K,
): Of<K> | undefined {
  return transforms.find((one): one is Of<K> => one.kind === kind);
}

/** Puts one transform in, in its place; null takes that kind away. */
export function withTransform(
  transforms: readonly Transform[],
  kind: Kind,
  transform: Transform | null,
): readonly Transform[] {
  const rest = transforms.filter((one) => one.kind !== kind);
  const next = transform === null ? rest : [...rest, transform];
  return next.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}
