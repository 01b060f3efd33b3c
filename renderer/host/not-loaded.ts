/** What browsers say where a file of the window cannot be loaded. */
const NOT_LOADED = /dynamically imported module|preload CSS|module script/i;

/** Whether a part of the window could not be loaded: the program behind it has ended. */
export function isNotLoaded(error: unknown): error is Error {
  return error instanceof Error && NOT_LOADED.test(error.message);
}
