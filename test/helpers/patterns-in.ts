import { type Expression, parseSync, type TemplateLiteral, Visitor } from "oxc-parser";

export interface FoundPattern {
  /** "main/common/text.ts:12" */
  readonly place: string;
  /** null where it is known only while the program runs. */
  readonly source: string | null;
  readonly flags: string;
}

/** The regular expressions of a TypeScript source: literals, and calls of RegExp on constants. */
export function patternsIn(file: string, code: string): readonly FoundPattern[] {
  const { program } = parseSync(file, code);
  const constants = new Map<string, Expression>();
  const found: FoundPattern[] = [];
  const placeOf = (start: number): string => `${file}:${code.slice(0, start).split("\n").length}`;
  const call = (callee: Expression, args: readonly unknown[], start: number): void => {
    if (callee.type !== "Identifier" || callee.name !== "RegExp") return;
    const [source, flags] = args as readonly (Expression | undefined)[];
    found.push({
      place: placeOf(start),
      source: source === undefined ? null : textOf(source, constants),
      flags: (flags === undefined ? "" : textOf(flags, constants)) ?? "",
    });
  };
  new Visitor({
    VariableDeclarator({ id, init }) {
      if (id.type === "Identifier" && init !== null) constants.set(id.name, init);
    },
  }).visit(program);
  new Visitor({
    Literal(literal) {
      if (!("regex" in literal)) return;
      const { pattern: source, flags } = literal.regex;
      found.push({ place: placeOf(literal.start), source, flags });
    },
    NewExpression: (node) => call(node.callee, node.arguments, node.start),
    CallExpression: (node) => call(node.callee, node.arguments, node.start),
  }).visit(program);
  return found;
}

/** The text that an expression of constants stands for. */
function textOf(expression: Expression, constants: ReadonlyMap<string, Expression>): string | null {
  switch (expression.type) {
    case "Literal":
      return typeof expression.value === "string" ? expression.value : null;
    case "TemplateLiteral":
      return filledIn(expression, constants, (quasi) => quasi.value.cooked);
    case "TaggedTemplateExpression": {
      const { tag, quasi } = expression;
      const isRaw = tag.type === "MemberExpression" && code(tag.object) === "String";
      return isRaw ? filledIn(quasi, constants, (part) => part.value.raw) : null;
    }
    case "BinaryExpression": {
      const left = textOf(expression.left as Expression, constants);
      const right = textOf(expression.right, constants);
      return expression.operator !== "+" || left === null || right === null ? null : left + right;
    }
    case "Identifier": {
      const value = constants.get(expression.name);
      return value === undefined ? null : textOf(value, constants);
    }
    default:
      return null;
  }
}

function code(expression: Expression): string | null {
  return expression.type === "Identifier" ? expression.name : null;
}

function filledIn(
  { quasis, expressions }: TemplateLiteral,
  constants: ReadonlyMap<string, Expression>,
  partOf: (quasi: TemplateLiteral["quasis"][number]) => string | null,
): string | null {
  let text = "";
  for (const [at, quasi] of quasis.entries()) {
    const part = partOf(quasi);
    const expression = expressions[at];
    const value = expression === undefined ? "" : textOf(expression, constants);
    if (part === null || value === null) return null;
    text += part + value;
  }
  return text;
}
