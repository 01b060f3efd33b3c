import { damaged } from "../fault.ts";
import { readAttributes } from "./attributes.ts";
import { XmlScanner } from "./scanner.ts";

/** Elements in one another; no part that is read this way has more than ten. */
const MAX_DEPTH = 1000;

export interface Element {
  /** Local. */
  readonly name: string;
  /** Local name of the element around it; "" for the part's first. */
  readonly parent: string;
  /** One without a prefix: those of the part's own elements have none. */
  attribute(name: string): string | undefined;
  /** One of other namespaces, by its local name. */
  attributeOf(namespaces: ReadonlySet<string>, name: string): string | undefined;
}

/** Is told of the part's own elements. */
export interface ElementVisitor {
  /** Elements of other namespaces than the part's own as well. */
  readonly everyNamespace?: true;
  open(element: Element): void;
  /** Whether the rest of the part is of no interest; where it may be, how it ends is not looked at. */
  isDone?(): boolean;
}

class ElementScanner extends XmlScanner {
  readonly #visitor: ElementVisitor;
  readonly #parents: string[] = [];

  constructor(visitor: ElementVisitor) {
    super();
    this.#visitor = visitor;
  }

  protected override isOwn(namespace: string): boolean {
    return this.#visitor.everyNamespace === true || super.isOwn(namespace);
  }

  protected open(from: number, nameEnd: number, to: number, empty: boolean): void {
    const name = this.bytes.toString("latin1", from, nameEnd);
    let known: Map<string, string> | undefined;
    const attributes = () => {
      known ??= readAttributes(this.bytes, nameEnd, to);
      return known;
    };
    this.#visitor.open({
      name,
      parent: this.#parents.at(-1) ?? "",
      attribute: (wanted) => attributes().get(wanted),
      attributeOf: (namespaces, wanted) => {
        for (const [full, value] of attributes()) {
          const [prefix = "", local] = full.split(":");
          if (local === wanted && namespaces.has(this.namespaceOf(prefix))) return value;
        }
        return undefined;
      },
    });
    if (empty) return;
    if (this.#parents.length >= MAX_DEPTH) throw damaged("elements in one another without an end");
    this.#parents.push(name);
  }

  protected close(): void {
    this.#parents.pop();
  }

  protected text(): void {
    // Elements only.
  }
}

/** Walks the own elements of an XML part (workbook, relationships, styles, the head of a sheet). */
export async function visitElements(
  pieces: AsyncIterable<Buffer>,
  visitor: ElementVisitor,
): Promise<void> {
  const scanner = new ElementScanner(visitor);
  for await (const piece of pieces) {
    scanner.push(piece);
    if (visitor.isDone?.() === true) return;
  }
  if (visitor.isDone === undefined) scanner.end();
}
