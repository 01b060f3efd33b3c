import { readAttributes } from "./attributes.ts";
import { XmlScanner } from "./scanner.ts";

export interface ElementVisitor {
  /** `name` is local; `attribute` finds one by its local or full name. */
  open(name: string, attribute: (name: string) => string | undefined): void;
  close?(name: string): void;
}

class ElementScanner extends XmlScanner {
  readonly #visitor: ElementVisitor;

  constructor(visitor: ElementVisitor) {
    super();
    this.#visitor = visitor;
  }

  protected open(from: number, nameEnd: number, to: number, empty: boolean): void {
    const name = this.bytes.toString("latin1", from, nameEnd);
    let attributes: Map<string, string> | undefined;
    this.#visitor.open(name, (wanted) => {
      attributes ??= readAttributes(this.bytes, nameEnd, to);
      return attributes.get(wanted);
    });
    if (empty) this.#visitor.close?.(name);
  }

  protected close(from: number, to: number): void {
    this.#visitor.close?.(this.bytes.toString("latin1", from, to));
  }

  protected text(): void {
    // Elements only.
  }
}

/** Walks the elements of a small XML part (workbook, relationships, styles). */
export async function visitElements(
  pieces: AsyncIterable<Buffer>,
  visitor: ElementVisitor,
): Promise<void> {
  const scanner = new ElementScanner(visitor);
  for await (const piece of pieces) scanner.push(piece);
  scanner.end();
}
