import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { lexer, type Token, walkTokens } from "marked";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ROOT } from "../../../main/entries/start/root.ts";
import { LANGUAGES } from "../../../preload/languages.ts";
import { actOf, destination, isFillDown } from "../../../renderer/components/grid/grid-keys.ts";
import { anchorOf, readGuide, search, wordsOf } from "../../../renderer/frame/help/guide.ts";
import { directionOf } from "../../../renderer/frame/undo-keys.ts";
import { HELP_PAGES, helpPageOf } from "../../../renderer/kit/help/help-pages.ts";
import { HELP_WORDS } from "../../../renderer/kit/help/help-words.ts";
import { readTexts } from "../../helpers/message-texts.ts";

const GUIDE = join(ROOT, "docs", "guide");
const LARGEST_PICTURE = 60 * 1024;

const filesOf = (language: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(GUIDE, language)).map((file) => [
      file,
      readFileSync(join(GUIDE, language, file), "utf8"),
    ]),
  );

function tokensIn(text: string): readonly Token[] {
  const found: Token[] = [];
  void walkTokens(lexer(text), (token) => {
    found.push(token);
  });
  return found;
}

const anchorsIn = (text: string): readonly string[] =>
  tokensIn(text).flatMap((token) => (token.type === "heading" ? [anchorOf(wordsOf([token]))] : []));

const boldIn = (text: string): readonly string[] =>
  tokensIn(text).flatMap((token) => (token.type === "strong" ? [token.text] : []));

const english = [...readTexts("en")];

/** The English texts that begin with these words: a button may count ("Send 3 customers"). */
const keysBeginning = (words: string): readonly string[] =>
  english.filter(([, text]) => text.startsWith(words)).map(([key]) => key);

const beginsWithOne = (text: string | undefined, names: readonly string[]) =>
  text !== undefined && names.some((name) => text.startsWith(name));

describe.each(LANGUAGES)("the guide in %s", (language) => {
  const files = filesOf(language);
  const guide = readGuide(files);

  it("has each page once, with a title and some words", () => {
    expect(Object.keys(files).sort()).toEqual(HELP_PAGES.map((name) => `${name}.md`).sort());
    for (const { name, title, text } of guide) {
      expect(title, name).not.toBe(name);
      expect(text.length, name).toBeGreaterThan(80);
    }
    expect(new Set(guide.map(({ title }) => title)).size).toBe(guide.length);
  });

  it.each(Object.entries(files))(
    "%s leads to pages, words and pictures that are there",
    (_, text) => {
      for (const token of tokensIn(text)) {
        if (token.type === "image") {
          const picture = join(GUIDE, language, token.href);
          expect(existsSync(picture), token.href).toBe(true);
          expect(statSync(picture).size, token.href).toBeLessThan(LARGEST_PICTURE);
        }
        if (token.type !== "link") continue;
        const [file = "", anchor] = decodeURIComponent(token.href).split("#");
        expect(Object.keys(files), token.href).toContain(file);
        if (anchor !== undefined) expect(anchorsIn(files[file] ?? "")).toContain(anchor);
      }
    },
  );

  it("shows all that it says: nothing in it is HTML or another thing the window leaves out", () => {
    const shown = ["heading", "paragraph", "list", "list_item", "table", "strong", "codespan"];
    for (const [file, text] of Object.entries(files)) {
      const kinds = tokensIn(text).map(({ type }) => type);
      const other = kinds.filter(
        (kind) => ![...shown, "text", "link", "space", "image"].includes(kind),
      );
      expect(other, file).toEqual([]);
    }
  });

  it("calls what is pressed by the words that stand on it, the same things as in English", () => {
    const texts = readTexts(language);
    for (const [file, page] of Object.entries(filesOf("en"))) {
      const named = boldIn(files[file] ?? "");
      const missing = boldIn(page).filter(
        (words) => !keysBeginning(words).some((key) => beginsWithOne(texts.get(key), named)),
      );
      expect(missing, file).toEqual([]);
      expect(named.length, file).toBe(boldIn(page).length);
    }
  });

  it("explains each of its words in a sentence or three", () => {
    const words = files["words.md"] ?? "";
    const named = JSON.parse(
      readFileSync(join(ROOT, "renderer", "messages", language, "common.json"), "utf8"),
    );
    // The first is the page's own.
    expect(anchorsIn(words).slice(1)).toEqual(
      HELP_WORDS.map((word) => anchorOf(named.help.words[word])),
    );
    for (const part of words.split(/^## .*$/m).slice(1)) {
      expect(part.trim().split(/[.:!?]\s/).length).toBeLessThan(4);
    }
  });
});

it("every address of the window has its page, and every screen's page is reached", () => {
  const routes = readFileSync(join(ROOT, "renderer", "routes.tsx"), "utf8");
  const places = [...routes.matchAll(/<Route path="([^"]+)"/g)].map(([, path = ""]) => path);
  expect(places.length).toBeGreaterThan(10);
  const steps = ["file", "columns", "options", "review"];
  const addresses = places
    .flatMap((path) =>
      path.includes(":step") ? steps.map((s) => path.replace(":step", s)) : [path],
    )
    .map((path) => path.replaceAll(/:\w+/g, "7"));
  const reached = new Set(addresses.map(helpPageOf));
  expect([...HELP_PAGES].filter((page) => !reached.has(page))).toEqual(["shortcuts", "words"]);
  expect(addresses.filter((one) => helpPageOf(one) === "start")).toEqual(["/import"]);
});

describe("the search", () => {
  const guide = readGuide(filesOf("es"));

  it("finds words without their accents and capitals, pages that are called so first", () => {
    expect(search(guide, "REVISION").map(({ page }) => page.name)).toContain("correct");
    expect(search(guide, "conexiones")[0]?.page.name).toBe("connections");
    expect(search(guide, "contrasena")[0]?.around).toContain("contraseña");
  });

  it("finds only pages that hold all words, and nothing for nothing", () => {
    expect(search(guide, "practice xyzzy")).toEqual([]);
    expect(search(guide, "  ")).toEqual([]);
  });
});

describe("the keys that are told", () => {
  const press = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
  const at = { row: 5, column: 2 };
  const size = { rows: 100, columns: 6, fitting: 10 };
  const onPage = { ...press, defaultPrevented: false, target: null };
  const goes = (key: string, ctrlKey = false) =>
    destination({ ...press, key, ctrlKey }, at, size) !== null;
  const acts = (key: string, kind: string) => actOf({ ...press, key }, at).kind === kind;
  /** Each does what the page says; those of the window as a whole are pressed in its own tests. */
  const KEYS: Readonly<Record<string, () => boolean>> = {
    F1: () => true,
    Esc: () => true,
    "Ctrl+V": () => true,
    "Ctrl+C": () => true,
    "Ctrl+F": () => true,
    Shift: () => true,
    "Ctrl+D": () => isFillDown({ ...press, key: "d", ctrlKey: true }),
    "Ctrl+Z": () => directionOf({ ...onPage, key: "z", ctrlKey: true }) === "undo",
    "Ctrl+Shift+Z": () =>
      directionOf({ ...onPage, key: "Z", ctrlKey: true, shiftKey: true }) === "redo",
    "Ctrl+Y": () => directionOf({ ...onPage, key: "y", ctrlKey: true }) === "redo",
    "Arrow keys": () => ["Up", "Down", "Left", "Right"].every((way) => goes(`Arrow${way}`)),
    "Ctrl+Home": () => goes("Home", true),
    "Ctrl+End": () => goes("End", true),
    "Page Up": () => goes("PageUp"),
    "Page Down": () => goes("PageDown"),
    Enter: () => acts("Enter", "edit"),
    F2: () => acts("F2", "edit"),
    Delete: () => acts("Delete", "empty"),
    Space: () => acts(" ", "toggle-row"),
  };
  afterEach(() => vi.unstubAllGlobals());

  it.each(LANGUAGES)("in %s are those that do something", (language) => {
    vi.stubGlobal("document", { querySelector: () => null });
    vi.stubGlobal("Element", class {});
    const text = filesOf(language)["shortcuts.md"] ?? "";
    const told = [...text.matchAll(/`([^`]+)`/g)].map(([, key = ""]) => key);
    expect([...new Set(told)].toSorted()).toEqual(Object.keys(KEYS).toSorted());
    for (const key of told) expect(KEYS[key]?.(), key).toBe(true);
  });
});
