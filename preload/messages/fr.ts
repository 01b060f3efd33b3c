export { default as cli } from "./fr/cli.json" with { type: "json" };
export { default as errors } from "./fr/errors.json" with { type: "json" };
export { default as problems } from "./fr/problems.json" with { type: "json" };
export { default as words } from "./fr/words.json" with { type: "json" };
