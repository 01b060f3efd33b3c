import { readAttributes } from "../xml/attributes.ts";
import { XmlScanner } from "../xml/scanner.ts";
import { resolveEntities } from "../xml/text.ts";

/** Parts of a sheet that hold no cells of it, though they may hold text and tables. */
const ASIDE: ReadonlySet<string> = new Set(
  (
    "annotation dde-links detective forms named-expressions shapes tracked-changes " +
    "caption circle connector control custom-shape ellipse frame g line path polygon polyline rect"
  ).split(" "),
);

/** Elements and text of an OpenDocument spreadsheet, what stands aside of its cells left out. */
export abstract class ContentScanner extends XmlScanner {
  #aside = 0;

  /** `attribute` finds one by its full name. Answers whether the element's text is wanted. */
  protected abstract begin(
    element: string,
    attribute: (name: string) => string | undefined,
    empty: boolean,
  ): boolean;
  protected abstract finish(element: string): void;
  protected abstract letters(text: string): void;

  protected open(from: number, nameEnd: number, to: number, empty: boolean): void {
    const element = this.bytes.toString("latin1", from, nameEnd);
    if (ASIDE.has(element) && !empty) this.#aside++;
    if (this.#aside > 0) {
      this.wantsText = false;
      return;
    }
    let attributes: Map<string, string> | undefined;
    const wants = this.begin(
      element,
      (name) => {
        attributes ??= readAttributes(this.bytes, nameEnd, to);
        return attributes.get(name);
      },
      empty,
    );
    this.wantsText = wants;
    if (empty) this.#finish(element);
  }

  protected close(from: number, to: number): void {
    const element = this.bytes.toString("latin1", from, to);
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
