/** The key stores that there are, by Electron's names; anything else is a path or unknown. */
export const BACKENDS: ReadonlySet<string> = new Set([
  ...["keychain", "dpapi", "basic_text", "unknown"],
  ...["gnome_libsecret", "secret_service", "kwallet", "kwallet5", "kwallet6"],
]);
