export function BatchPage(_: { readonly importId: number; readonly batchId: number }) {
  return null;
}
