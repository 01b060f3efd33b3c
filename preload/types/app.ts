import type { ErrorData } from "../errors.ts";
import type { FieldName } from "../fields.ts";
import type { Language } from "../languages.ts";
import type { FormatLocale } from "../lists/format-locales.ts";
import type { CheckState } from "./drafts.ts";

export interface AppInfo {
  readonly version: string;
  readonly host: "electron" | "browser";
  readonly dataDir: string;
  readonly logDir: string;
  readonly keyProtection: {
    readonly kind: "system" | "weak" | "key-file";
    readonly backend: string;
  };
  readonly versions: Readonly<Record<string, string>>;
  /** What an administrator has set; `locked` names settings, or "connections". */
  readonly policy: { readonly source: string | null; readonly locked: readonly string[] };
  readonly language: string;
}

export interface Settings {
  readonly language: "system" | Language;
  /** Whose dates and numbers the window writes. */
  readonly formats: "system" | FormatLocale;
  readonly theme: "system" | "light" | "dark";
  readonly retentionDays: number;
  /** Rows in a batch, for every connection that has no number of its own. */
  readonly batchRows: number;
  /** The first words to a new person have been closed. */
  readonly welcomed: boolean;
}

/** What the program tells or asks by itself, whatever a person is doing. */
export type Alert =
  | { readonly code: "restore-interrupted" }
  | { readonly code: "folder-open"; readonly path: string }
  | ({ readonly code: "retention" } & RetentionQuestion);

/** More rows are due to be removed by their age than a day's worth: the clock may be wrong. */
export interface RetentionQuestion {
  readonly imports: number;
  /** When the oldest and the newest of them ended. */
  readonly oldest: number;
  readonly newest: number;
  /** How many days rows are kept. */
  readonly days: number;
}

/** A package that is part of the program. */
export interface Licence {
  readonly name: string;
  readonly version: string;
  /** SPDX, as the package says it. */
  readonly licence: string;
  /** The licence file's own words; empty where the package brings none. */
  readonly text: string;
}

export interface PracticeStatus {
  readonly running: boolean;
  readonly url: string | null;
}

/** A customer of the practice account. */
export interface PracticeCustomer {
  readonly id: number;
  /** Every field that is not empty, `code` always among them. */
  readonly fields: Readonly<Partial<Record<FieldName, string>>>;
  /** One entry for every campaign the customer takes part in. */
  readonly balances: readonly {
    readonly campaignId: string;
    /** A product's or service's name in a campaign of type buyx, else "". */
    readonly item: string;
    readonly amount: number;
  }[];
}

/** A file ready to be saved: the host asks where (Electron) or downloads it (browser). */
export interface SavedFile {
  readonly fileName: string;
  readonly saved: boolean;
  /** Where the browser fetches it, once; null where the host has saved it already. */
  readonly downloadPath: string | null;
}

/** Something changed; the window asks again for what it shows. No event carries customer data. */
export type AppEvent =
  | { readonly kind: "queue" }
  | { readonly kind: "connections" }
  | { readonly kind: "drafts" }
  | { readonly kind: "settings" }
  | { readonly kind: "alerts" }
  /** A backup has taken the place of everything. */
  | { readonly kind: "restored" }
  | { readonly kind: "undo" }
  | { readonly kind: "mappings" }
  | { readonly kind: "import"; readonly importId: number }
  | { readonly kind: "draft"; readonly draftId: number; readonly check: CheckState }
  | { readonly kind: "open-draft"; readonly draftId: number }
  /** A list that was handed to the program itself cannot be opened. */
  | { readonly kind: "open-failed"; readonly error: ErrorData; readonly fileId: string }
  /** The program's menu, or the taskbar, asks for a screen. */
  | { readonly kind: "show"; readonly screen: Screen };

export const SCREENS = ["import", "queue", "history", "connections", "settings", "about"] as const;

/** A screen of the window, by the first part of its address. */
export type Screen = (typeof SCREENS)[number];
