export { default as cli } from "./it/cli.json" with { type: "json" };
export { default as errors } from "./it/errors.json" with { type: "json" };
export { default as problems } from "./it/problems.json" with { type: "json" };
export { default as words } from "./it/words.json" with { type: "json" };
