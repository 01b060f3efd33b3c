/**
 * The one-time value with which this page may add style sheets of its own; goes to whatever
 * writes a `<style>` at run time. The host puts a fresh one into each page it serves.
 */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";
}

// The scroll lock behind dialogs writes its style sheet by itself and looks for the nonce here.
Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
