/** In milliseconds; a page that never comes to rest gets what is left out all the same. */
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
