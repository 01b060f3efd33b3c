/** Times are milliseconds since the epoch; dates are `YYYY-MM-DD`; ids are positive integers. */

export type * from "./types/app.ts";
export type * from "./types/backup.ts";
export type * from "./types/connections.ts";
export type * from "./types/customers.ts";
export type * from "./types/drafts.ts";
export type * from "./types/imports.ts";
export type * from "./types/lists.ts";
export type * from "./types/mapping.ts";
export type * from "./types/options.ts";
export type * from "./types/problems.ts";
export type * from "./types/states.ts";
export type * from "./types/undo.ts";
