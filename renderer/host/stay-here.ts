/**
 * No policy of a page forbids that a script in it leads the browser elsewhere, with data in the
 * address. Where the browser tells of it beforehand, it is stopped; Electron's main process stops it
 * in any case. What a person types into the address bar is not told and goes on.
 */
export function stayHere(): void {
  window.navigation?.addEventListener("navigate", (event) => {
    const isOwn = new URL(event.destination.url).origin === location.origin;
    if (!isOwn && event.cancelable) event.preventDefault();
  });
}
