export { default as cli } from "./de/cli.json" with { type: "json" };
export { default as errors } from "./de/errors.json" with { type: "json" };
export { default as problems } from "./de/problems.json" with { type: "json" };
export { default as words } from "./de/words.json" with { type: "json" };
