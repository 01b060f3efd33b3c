import about from "../../package.json" with { type: "json" };

/** The program's version; package.json is the one place it stands in. */
export const VERSION: string = about.version;
