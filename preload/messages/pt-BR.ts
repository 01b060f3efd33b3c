export { default as cli } from "./pt-BR/cli.json" with { type: "json" };
export { default as errors } from "./pt-BR/errors.json" with { type: "json" };
export { default as problems } from "./pt-BR/problems.json" with { type: "json" };
export { default as words } from "./pt-BR/words.json" with { type: "json" };
