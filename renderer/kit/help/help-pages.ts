/** The pages of the guide, in the order in which they are listed; each is a file for each language. */
export const HELP_PAGES = [
  "start",
  "file",
  "columns",
  "options",
  "review",
  "send",
  "queue",
  "correct",
  "history",
  "import",
  "connections",
  "mappings",
  "settings",
  "about",
  "shortcuts",
  "words",
] as const;

export type HelpPage = (typeof HELP_PAGES)[number];

/** By the address of the screen, the first that fits. */
const SCREENS: readonly (readonly [RegExp, HelpPage])[] = [
  [/^\/import\/sent\//, "send"],
  [/^\/import\/[^/]+\/file$/, "file"],
  [/^\/import\/[^/]+\/columns$/, "columns"],
  [/^\/import\/[^/]+\/options$/, "options"],
  [/^\/import\/[^/]+\/review$/, "review"],
  [/^\/queue\/./, "correct"],
  [/^\/queue/, "queue"],
  [/^\/history\/(?!customer)./, "import"],
  [/^\/history/, "history"],
  [/^\/connections\/mappings\//, "mappings"],
  [/^\/connections/, "connections"],
  [/^\/settings/, "settings"],
  [/^\/about/, "about"],
];

/** The page that tells of the screen at an address. */
export function helpPageOf(address: string): HelpPage {
  return SCREENS.find(([screen]) => screen.test(address))?.[1] ?? "start";
}
