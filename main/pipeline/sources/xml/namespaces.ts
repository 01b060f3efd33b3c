import { damaged } from "../fault.ts";
import { attributeAt } from "./attributes.ts";
import { xmlText } from "./text.ts";

const STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";
const TRANSITIONAL = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
/** Far more than any program writes; a file with more wants to cost time. */
const MAX_SCOPES = 100;
const MAX_DECLARED = 1000;
/** Prefixes that are kept at hand; the cells of a list have two or three. */
const MAX_MET = 8;
const XMLNS = "xmlns";

interface Scope {
  readonly outer: Scope | null;
  readonly bound: ReadonlyMap<string, string>;
  /** Elements of it that are open; not counted in the outermost one. */
  depth: number;
}

/**
 * The namespaces that a part's prefixes stand for, where its elements are met one after the other
 * (Namespaces in XML 1.0). A prefix that nothing declares stands for a namespace of its own, as
 * small writers leave declarations out.
 */
export class Namespaces {
  #scope: Scope = { outer: null, bound: new Map(), depth: 0 };
  #nested = 0;
  #met: { readonly letters: Buffer; readonly namespace: string }[] = [];
  /** The namespace of names without a prefix. */
  plain = "";
  /** The namespace of the part's first element; null before it. */
  root: string | null = null;

  /** Whether elements declare prefixes below the first one, where the scanner is now. */
  get isNested(): boolean {
    return this.#nested > 0;
  }

  /** Prefixes and namespaces that are declared at this place by the innermost element that does. */
  get declared(): ReadonlyMap<string, string> {
    return this.#scope.bound;
  }

  /** The namespace of a prefix, "" for names without one. */
  of(prefix: string): string {
    for (let scope: Scope | null = this.#scope; scope !== null; scope = scope.outer) {
      const found = scope.bound.get(prefix);
      if (found !== undefined) return found;
    }
    return prefix === "" ? "" : `?${prefix}`;
  }

  /** The same of a prefix in [from, to); of those met before, without making a text of it. */
  at(bytes: Buffer, from: number, to: number): string {
    const length = to - from;
    for (const { letters, namespace } of this.#met) {
      let same = letters.length === length;
      for (let at = 0; same && at < length; at++) same = letters[at] === bytes[from + at];
      if (same) return namespace;
    }
    const namespace = this.of(bytes.toString("latin1", from, to));
    if (this.#met.length < MAX_MET) {
      this.#met.push({ letters: Buffer.from(bytes.subarray(from, to)), namespace });
    }
    return namespace;
  }

  /** Takes the declarations of a start tag; true where they began a scope, to be left with `leave`. */
  declare(bytes: Buffer, from: number, to: number): boolean {
    const bound = declarations(bytes, from, to);
    const isFirst = this.root === null;
    for (const [prefix, uri] of bound)
      if (!isFirst && this.of(prefix) === uri) bound.delete(prefix);
    if (bound.size === 0) return false;
    if (isFirst) {
      this.#enter({ outer: null, bound, depth: 0 });
      return false;
    }
    if (this.#nested >= MAX_SCOPES) throw damaged("namespaces in one another without an end");
    this.#nested++;
    this.#enter({ outer: this.#scope, bound, depth: 0 });
    return true;
  }

  #enter(scope: Scope): void {
    this.#scope = scope;
    this.#met = [];
    this.plain = this.of("");
  }

  leave(): void {
    const { outer } = this.#scope;
    if (outer === null) return;
    this.#nested--;
    this.#enter(outer);
  }

  /** An element was opened, and will be closed. */
  opened(): void {
    if (this.#nested > 0) this.#scope.depth++;
  }

  closed(): void {
    if (this.#nested > 0 && --this.#scope.depth === 0) this.leave();
  }

  /** Back among the first element's children. */
  leaveAll(): void {
    while (this.#nested > 0) this.leave();
  }
}

function declarations(bytes: Buffer, from: number, to: number): Map<string, string> {
  const bound = new Map<string, string>();
  for (let at = from; at < to; ) {
    const { nameStart, nameEnd, valueStart, valueEnd } = attributeAt(bytes, at, to);
    at = valueEnd + 1;
    const name = bytes.toString("latin1", nameStart, nameEnd);
    if (!name.startsWith(XMLNS) || valueStart > to) continue;
    if (name.length > XMLNS.length && name[XMLNS.length] !== ":") continue;
    const uri = xmlText(bytes, valueStart, valueEnd, false, false).trim();
    bound.set(name.slice(XMLNS.length + 1), uri === STRICT ? TRANSITIONAL : uri);
    if (bound.size > MAX_DECLARED) throw damaged("a tag that declares too many namespaces");
  }
  return bound;
}
