export { default as cli } from "./es/cli.json" with { type: "json" };
export { default as errors } from "./es/errors.json" with { type: "json" };
export { default as problems } from "./es/problems.json" with { type: "json" };
export { default as words } from "./es/words.json" with { type: "json" };
