import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "../../main/entries/start/root.ts";
import { about } from "./packed/pack.ts";

const pages = [
  ...["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md"],
  ...globSync("docs/**/*.md", { cwd: ROOT }),
].map((page) => ({ page, text: readFileSync(join(ROOT, page), "utf8") }));
/** Made by tests, and not in the repository. */
const MADE = "test/screenshots/";
const files = globSync("{main,preload,renderer,test,build}/**/*.{ts,tsx}", { cwd: ROOT }).map(
  (file) => file.replaceAll("\\", "/"),
);

it.each(pages)("$page names files that are there", ({ page, text }) => {
  const names = [...text.matchAll(/`([\w./-]+\.(?:ts|yml|png))`/g)].map(([, name = ""]) => name);
  // What a release and the program itself make is not in the repository.
  const ours = names.filter((name) => !/^(latest|app-update)|NNNN/.test(name));
  const missing = ours.filter(
    (name) => !existsSync(join(ROOT, name)) && !files.some((file) => basename(file) === name),
  );
  expect(missing, page).toEqual([]);
  const places = [...text.matchAll(/`((?:main|preload|renderer|test|build|docs)\/[\w./-]+)`/g)]
    .map(([, place = ""]) => place)
    .filter((place) => place !== MADE && !place.includes("NNNN"));
  expect(
    places.filter((place) => !existsSync(join(ROOT, place))),
    page,
  ).toEqual([]);
  for (const [, link = ""] of text.matchAll(/\]\(([^)#]+)\)/g)) {
    expect(existsSync(join(ROOT, page, "..", link)), link).toBe(true);
  }
});

it.each(pages)("$page names commands that are there", ({ text }) => {
  const scripts = [...text.matchAll(/npm (?:run )?(?:-s )?([a-z:]+)/g)].map(
    ([, name = ""]) => name,
  );
  const npm = ["ci", "run"];
  expect(scripts.filter((name) => !npm.includes(name) && !(name in about.scripts))).toEqual([]);
});
