export function ImportPage(_: { readonly importId: number }) {
  return null;
}
