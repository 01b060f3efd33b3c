import { lexer, type Token } from "marked";
import { HELP_PAGES, type HelpPage } from "../../kit/help/help-pages.ts";

/** One page of the guide. */
export interface GuidePage {
  readonly name: HelpPage;
  readonly title: string;
  /** Without the title. */
  readonly tokens: readonly Token[];
  /** Its words alone, for the search. */
  readonly text: string;
}

type Files = Readonly<Record<string, string>>;

/** @param files the Markdown of each page by its path, `…/review.md` */
export function readGuide(files: Files): readonly GuidePage[] {
  const byName = new Map(
    Object.entries(files).map(([path, text]) => [path.replace(/^.*\/|\.md$/g, ""), text]),
  );
  return HELP_PAGES.map((name) => {
    const [first, ...tokens] = lexer(byName.get(name) ?? "");
    const title = first?.type === "heading" ? wordsOf([first]) : name;
    return { name, title, tokens, text: wordsOf(tokens) };
  });
}

/** What is read of tokens, without any marks. */
export function wordsOf(tokens: readonly Token[]): string {
  return tokens.map(wordsIn).join(" ").replaceAll(/\s+/g, " ").trim();
}

function wordsIn(token: Token): string {
  if (token.type === "image" || token.type === "html" || token.type === "space") return "";
  if (token.type === "list") return wordsOf(token.items);
  if (token.type === "table") {
    const cells: { readonly tokens: Token[] }[] = [...token.header, ...token.rows.flat()];
    return cells.map((cell) => wordsOf(cell.tokens)).join(" ");
  }
  if ("tokens" in token && token.tokens !== undefined) {
    return token.tokens.map(wordsIn).join("");
  }
  return "text" in token ? String(token.text) : "";
}

/** The name under which a heading is linked to: "Undo state" is `undo-state`. */
export function anchorOf(heading: string): string {
  return heading.toLowerCase().replaceAll(/\s+/g, "-");
}

/** Small letters without accents; each keeps its place, so that a hit can be shown in the text. */
export function plain(text: string): string {
  return Array.from(text.toLowerCase(), (letter) => letter.normalize("NFD")[0] ?? letter).join("");
}

export interface Found {
  readonly page: GuidePage;
  /** Some words before and after the first hit. */
  readonly around: string;
}

const AROUND = 60;

/** The pages that hold every word that is sought, those that are called so first. */
export function search(guide: readonly GuidePage[], sought: string): readonly Found[] {
  const words = plain(sought).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const found = guide.flatMap((page) => {
    const title = plain(page.title);
    const text = plain(page.text);
    if (!words.every((word) => title.includes(word) || text.includes(word))) return [];
    const at = Math.max(0, text.indexOf(words[0] ?? ""));
    const letters = Array.from(page.text);
    const from = Math.max(0, at - AROUND);
    const around = letters.slice(from, at + AROUND).join("");
    const rank = words.every((word) => title.includes(word)) ? 0 : 1;
    return [{ page, around: `${from > 0 ? "… " : ""}${around} …`, rank }];
  });
  return found.sort((a, b) => a.rank - b.rank).map(({ page, around }) => ({ page, around }));
}
