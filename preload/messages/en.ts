export { default as cli } from "./en/cli.json" with { type: "json" };
export { default as errors } from "./en/errors.json" with { type: "json" };
export { default as problems } from "./en/problems.json" with { type: "json" };
export { default as words } from "./en/words.json" with { type: "json" };
