import { z } from "zod";
import { STANDARD_FIELDS } from "../../preload/fields.ts";
import type { Random } from "./random.ts";

/** What `z.toJSONSchema` makes of the contract's schemas, as far as inputs are made by it. */
interface Shape {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly minimum?: number;
}

const TEXTS = [
  ...[
    "",
    " ",
    "a",
    "email",
    "x".repeat(200),
    "é\u0000\u202e",
    "<b>",
    "'; DROP TABLE imports; --",
    "\ud83d",
  ],
  ...[
    "../../etc/passwd",
    "C:\\Windows\\win.ini",
    "http://127.0.0.1:9/",
    "https://127.0.0.1:9",
    "utf-8",
  ],
  ...[
    "__proto__",
    "constructor",
    "2026-11-29",
    "%00",
    "{{name}}",
    "1e999",
    "001",
    "1001",
    ";",
    "row",
  ],
];
const NUMBERS = [0, 1, 1, 1, 2, 3, 10, -1, 1.5, 1e9, 2 ** 31, 2 ** 53, Number.NaN, 1e300];
const ANYTHING = [null, true, false, [], {}, [[]], { a: { b: {} } }, "text", 1, -1, undefined];

/** An input for a call: mostly one that its schema takes, now and then with something else in it. */
export function inputFor(schema: z.ZodType, random: Random): unknown {
  const shape = z.toJSONSchema(schema, { unrepresentable: "any", io: "input" }) as Shape;
  return valueFor(shape, random);
}

function valueFor(shape: Shape, random: Random): unknown {
  if (random.chance(0.03)) return random.pick(ANYTHING);
  if (shape.const !== undefined) return shape.const;
  if (shape.enum !== undefined) return random.pick(shape.enum);
  const several = shape.anyOf ?? shape.oneOf;
  if (several !== undefined) return valueFor(random.pick(several), random);
  switch (shape.type) {
    case "object":
      return objectOf(shape, random);
    case "array": {
      const { items = {} } = shape;
      return Array.from({ length: random.int(4) }, () => valueFor(items, random));
    }
    case "integer":
    case "number":
      return random.chance(0.7) ? 1 + random.int(4) : random.pick(NUMBERS);
    case "boolean":
      return random.chance(0.5);
    case "null":
      return null;
    case "string":
      return random.pick(TEXTS);
    default:
      return random.chance(0.8) ? random.pick(STANDARD_FIELDS) : random.pick(ANYTHING);
  }
}

function objectOf({ properties = {}, required = [] }: Shape, random: Random): unknown {
  const entries = Object.entries(properties)
    .filter(([name]) => random.chance(required.includes(name) ? 0.98 : 0.6))
    .map(([name, shape]) => [name, valueFor(shape, random)] as const);
  if (random.chance(0.02)) entries.push([random.pick(["more", "__proto__"]), 1]);
  return Object.fromEntries(entries);
}
