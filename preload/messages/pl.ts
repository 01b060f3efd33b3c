export { default as cli } from "./pl/cli.json" with { type: "json" };
export { default as errors } from "./pl/errors.json" with { type: "json" };
export { default as problems } from "./pl/problems.json" with { type: "json" };
export { default as words } from "./pl/words.json" with { type: "json" };
