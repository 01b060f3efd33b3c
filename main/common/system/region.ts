let told: string | null = null;

/**
 * The formats that are set in the system: whose dates and numbers its spreadsheet program shows. A
 * BCP 47 tag. Electron's own `Intl` speaks of the language of its texts instead, so it is told.
 */
export function systemFormats(): string {
  return told ?? new Intl.NumberFormat().resolvedOptions().locale;
}

/** What the host knows better; "" where it does not. */
export function tellSystemFormats(locale: string): void {
  told = isLocale(locale) ? locale : null;
}

function isLocale(locale: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale).length > 0;
  } catch {
    return false;
  }
}
