export function ConnectionPage(_: { readonly id: number | null }) {
  return null;
}
