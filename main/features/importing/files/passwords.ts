import { toAppError } from "../../../common/errors.ts";
import type { Looker } from "../../../pipeline/looks/looker.ts";

/** Unused this long, a password is forgotten: whoever comes back to the list enters it again. */
export const KEPT_MS = 15 * 60_000;

/**
 * The passwords of encrypted workbooks that are being prepared. They stand in this process's memory
 * alone: nothing of them is written down, and they end with the draft, with the program, or unused.
 */
export interface Passwords {
  of(path: string): string | undefined;
  keep(path: string, password: string): void;
  forget(path: string): void;
  forgetAll(): void;
}

export function createPasswords(keptMs = KEPT_MS): Passwords {
  const known = new Map<string, { readonly password: string; timer: NodeJS.Timeout }>();

  function forget(path: string): void {
    clearTimeout(known.get(path)?.timer);
    known.delete(path);
  }

  const later = (path: string) => setTimeout(() => forget(path), keptMs).unref();

  return {
    of(path) {
      const found = known.get(path);
      if (found === undefined) return undefined;
      clearTimeout(found.timer);
      found.timer = later(path);
      return found.password;
    },
    keep(path, password) {
      forget(path);
      known.set(path, { password, timer: later(path) });
    },
    forget,
    forgetAll() {
      for (const path of [...known.keys()]) forget(path);
    },
  };
}

/** Looks that open encrypted lists with what was entered; a password that does not fit is forgotten. */
export function withPasswords(looker: Looker, passwords: Passwords): Looker {
  return {
    ...looker,
    async look(name, path, choice) {
      const password = passwords.of(path);
      if (password === undefined) return await looker.look(name, path, choice);
      try {
        return await looker.look(name, path, { ...choice, password });
      } catch (error) {
        if (toAppError(error).code === "file-password-wrong") passwords.forget(path);
        throw error;
      }
    },
  };
}
