import { readAttributes } from "../xml/attributes.ts";
import { XmlScanner } from "../xml/scanner.ts";
import { resolveEntities } from "../xml/text.ts";
import { isRead, isUsual, usualPrefix } from "./names.ts";

/** Namespaces whose usual prefix is kept; no program writes as many. */
const MAX_KNOWN = 1000;
/** Parts of a sheet that hold no cells of it, though they may hold text and tables. */
const ASIDE: ReadonlySet<string> = new Set(
  (
    "office:annotation office:forms table:dde-links table:detective table:named-expressions " +
    "table:shapes table:tracked-changes draw:caption draw:circle draw:connector draw:control " +
    "draw:custom-shape draw:ellipse draw:frame draw:g draw:line draw:measure draw:object " +
    "draw:page-thumbnail draw:path draw:polygon draw:polyline draw:rect draw:regular-polygon"
  ).split(" "),
);

/**
 * Elements and text of an OpenDocument spreadsheet, what stands aside of its cells left out. Names
 * of elements and attributes are told with the prefixes that every program writes ("table:table"),
 * whatever the file writes for them.
 */
export abstract class ContentScanner extends XmlScanner {
  #aside = 0;
  /** Usual prefixes by namespace. */
  readonly #usual = new Map<string, string>();
  /** Asked for most often, and quickest to compare with. */
  #lastOwn = "";
  /** Whether names are told as this file writes them: what it declares is what all others do. */
  #asWritten: boolean | null = null;

  protected override isOwn(namespace: string): boolean {
    if (namespace === this.#lastOwn) return true;
    const isOwn = isRead(this.#prefix(namespace));
    if (isOwn) this.#lastOwn = namespace;
    return isOwn;
  }

  /** In a text, what an unknown element holds is part of the text (OpenDocument 1.3, 3.17). */
  protected override goesThrough(): boolean {
    return this.goesOn();
  }

  #prefix(namespace: string): string {
    const known = this.#usual.get(namespace);
    if (known !== undefined) return known;
    const prefix = usualPrefix(namespace);
    if (this.#usual.size < MAX_KNOWN) this.#usual.set(namespace, prefix);
    return prefix;
  }

  #isAsWritten(): boolean {
    const { declared } = this;
    if (declared === null) return false;
    this.#asWritten ??= [...declared].every(([prefix, namespace]) =>
      isUsual(prefix, this.#prefix(namespace)),
    );
    return this.#asWritten;
  }

  #element(from: number, to: number): string {
    if (this.#isAsWritten()) {
      const start = from - this.#prefix(this.namespace).length - 1;
      return this.bytes.toString("latin1", start, to);
    }
    return `${this.#prefix(this.namespace)}:${this.bytes.toString("latin1", from, to)}`;
  }

  #attributes(from: number, to: number): ReadonlyMap<string, string> {
    if (this.#isAsWritten()) return readAttributes(this.bytes, from, to);
    const found = new Map<string, string>();
    for (const [name, value] of readAttributes(this.bytes, from, to)) {
      const [prefix = "", local] = name.split(":");
      const usual =
        local === undefined ? name : `${this.#prefix(this.namespaceOf(prefix))}:${local}`;
      found.set(usual, value);
    }
    return found;
  }

  /** `attribute` finds one by its full name. Answers whether the element's text is wanted. */
  protected abstract begin(
    element: string,
    attribute: (name: string) => string | undefined,
    empty: boolean,
  ): boolean;
  protected abstract finish(element: string): void;
  protected abstract letters(text: string): void;

  protected open(from: number, nameEnd: number, to: number, empty: boolean): void {
    const element = this.#element(from, nameEnd);
    if (ASIDE.has(element) && !empty) this.#aside++;
    if (this.#aside > 0) {
      this.wantsText = false;
      return;
    }
    let attributes: ReadonlyMap<string, string> | undefined;
    const wants = this.begin(
      element,
      (name) => {
        attributes ??= this.#attributes(nameEnd, to);
        return attributes.get(name);
      },
      empty,
    );
    this.wantsText = wants;
    if (empty) this.#finish(element);
  }

  protected close(from: number, to: number): void {
    const element = this.#element(from, to);
    if (this.#aside > 0) {
      if (ASIDE.has(element)) this.#aside--;
      return;
    }
    this.#finish(element);
  }

  #finish(element: string): void {
    this.finish(element);
    this.wantsText = this.goesOn();
  }

  /** Whether text behind an element that has ended is wanted: that of a paragraph around it. */
  protected abstract goesOn(): boolean;

  protected text(from: number, to: number, literal: boolean): void {
    // Blanks and line ends of the file are one blank; those written as references are letters.
    const text = this.bytes.toString("utf8", from, to).replace(/[ \t\r\n]+/g, " ");
    this.letters(literal ? text : resolveEntities(text));
  }
}
