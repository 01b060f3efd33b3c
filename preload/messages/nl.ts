export { default as cli } from "./nl/cli.json" with { type: "json" };
export { default as errors } from "./nl/errors.json" with { type: "json" };
export { default as problems } from "./nl/problems.json" with { type: "json" };
export { default as words } from "./nl/words.json" with { type: "json" };
