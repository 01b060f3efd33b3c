import { readGuide } from "./guide.ts";

export const guide = readGuide(
  import.meta.glob<string>("../../../docs/guide/es/*.md", {
    query: "?raw",
    import: "default",
    eager: true,
  }),
);
