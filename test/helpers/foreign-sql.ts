import { parseSync, Visitor } from "oxc-parser";

/** The tables that one folder alone may name in SQL. */
const OWNED = [
  ...["imports", "import_problems", "import_leftovers", "undo_marks"],
  ...["batches", "batch_rows", "batch_blocks", "batch_replies", "batch_log", "batch_mends"],
  ...["batch_earlier", "request_heads"],
].join("|");
/** A statement's word with its tables: a list by commas, each quoted or not, with another name or not. */
const TABLES = new RegExp(
  String.raw`\b(?:FROM|JOIN|INTO|UPDATE|TABLE|ON)\s+(?:[^()\s,]+(?:\s+(?:AS\s+)?\w+)?\s*,\s*)*` +
    `["'\`[]?(?:main\\.)?["'\`[]?(?:${OWNED})\\b(?!\\s*\\.)`,
  "i",
);
/** A word after which the name of a table is put in while the program runs. */
const OPEN_END = /\b(?:FROM|JOIN|INTO|UPDATE)\s+$/;

const NAME = new RegExp(`^(?:${OWNED})$`);

export interface ForeignSql {
  /** "main/cli/queue.ts:12" */
  readonly place: string;
  readonly fault: string;
}

/**
 * Where a TypeScript source that is not their owner's names the tables of imports in SQL, also by
 * putting their names into it, or takes types from the database's library.
 */
export function foreignSqlIn(file: string, code: string): readonly ForeignSql[] {
  const { program } = parseSync(file, code);
  const found: ForeignSql[] = [];
  const add = (start: number, fault: string): void => {
    found.push({ place: `${file}:${code.slice(0, start).split("\n").length}`, fault });
  };
  const look = (text: string, start: number): void => {
    if (TABLES.test(text)) add(start, "names a table of main/records/imports in SQL: call it");
  };
  const open: number[] = [];
  let names = false;
  new Visitor({
    Literal(literal) {
      if (typeof literal.value !== "string") return;
      look(literal.value, literal.start);
      if (NAME.test(literal.value)) names = true;
    },
    TemplateLiteral({ quasis, start }) {
      const parts = quasis.map(({ value }) => value.cooked ?? "");
      look(parts.join("x"), start);
      if (parts.slice(0, -1).some((part) => OPEN_END.test(part))) open.push(start);
    },
    ImportDeclaration({ source, importKind, specifiers, start }) {
      if (source.value !== "better-sqlite3") return;
      const isType = specifiers.some(
        (each) => each.type === "ImportSpecifier" && each.importKind === "type",
      );
      if (importKind === "type" || isType) {
        add(start, "takes a type from better-sqlite3: main/common/sqlite has it");
      }
    },
  }).visit(program);
  if (names) for (const start of open) add(start, "puts the name of such a table into SQL");
  return found;
}

/**
 * Where the owner itself prepares a statement without saying what it is given and what it answers:
 * its rows would have to be cast wherever they are used.
 */
export function untypedSqlIn(file: string, code: string): readonly ForeignSql[] {
  const { program } = parseSync(file, code);
  const found: ForeignSql[] = [];
  new Visitor({
    CallExpression({ callee, start }) {
      if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return;
      if (callee.property.name !== "prepare") return;
      const place = `${file}:${code.slice(0, start).split("\n").length}`;
      found.push({ place, fault: "prepares SQL untyped: use main/common/sqlite/statement.ts" });
    },
  }).visit(program);
  return found;
}
