import type { Transform } from "../../../preload/types.ts";

type Kind = Transform["kind"];
type Of<K extends Kind> = Extract<Transform, { readonly kind: K }>;

/** The order transforms are applied in, whatever order they were chosen in. */
const ORDER: readonly Kind[] = [
  "trim",
  "collapse-blanks",
  "split",
  "digits-only",
  "replace",
  "case",
  "default",
];

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
