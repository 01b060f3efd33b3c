import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { ownWords } from "../../../../main/hosts/electron/start/own-words.ts";

const folder = resolve("some", "app");

it.each([
  [["electron", folder, "a.csv"], ["a.csv"]],
  [
    ["electron", "--inspect=0", folder, "--data-dir", "d"],
    ["--data-dir", "d"],
  ],
  [["electron", "--remote-debugging-port=0", "-r", "loader.js", folder, "a.csv"], ["a.csv"]],
  [["electron", join("some", "app"), "a.csv"], ["a.csv"]],
  [["electron", "--inspect", "linked-app", "a.csv"], ["a.csv"]],
  [["electron", folder], []],
])("while developing, of %o the words after the program's own folder are its", (argv, words) => {
  expect(ownWords(argv, folder)).toEqual(words);
});

it("the installed program takes all words", () => {
  expect(ownWords(["loyalty-importer", "a.csv"], null)).toEqual(["a.csv"]);
});
