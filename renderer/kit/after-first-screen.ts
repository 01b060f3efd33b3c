/** Milliseconds after which the rest is loaded even on a page that is still busy. */
const LATEST = 300;

const shown = new Promise<void>((resolve) => {
  requestAnimationFrame(() => {
    requestIdleCallback(() => resolve(), { timeout: LATEST });
  });
});

/**
 * Loads what the first screen can do without, once that screen has been drawn: its own drawing
 * does not wait for the rest. For `React.lazy`.
 */
export async function afterFirstScreen<T>(load: () => Promise<T>): Promise<T> {
  await shown;
  return load();
}
