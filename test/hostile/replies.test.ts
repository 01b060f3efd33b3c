import { describe, expect, it } from "vitest";
import { readReplyText } from "../../main/pipeline/api/reply/read-reply.ts";

const MIB = 1024 * 1024;
/** Linear work takes some tens of milliseconds; a busy machine may need a hundred times that. */
const ENOUGH_MS = 5_000;

const response = (inner: string): string =>
  `<response status="success"><batch><customers><new>1</new><updated>0</updated></customers>${inner}</batch></response>`;
const fill = (unit: string): string => unit.repeat(Math.floor((4 * MIB - 400) / unit.length));
const numbered = (count: number, one: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => one(at)).join("");

describe("a reply that was made to hold the program up", () => {
  it.each([
    ["bare ampersands", response(`<words>${fill("&")}</words>`)],
    ["entities", response(`<words>${fill("&amp;")}</words>`)],
    ["350,000 attributes", response(`<x ${numbered(350_000, (at) => `a${at}="1" `)}/>`)],
    ["one attribute again and again", response(`<x ${fill('a="1" ')}/>`)],
    ["empty elements", response(fill("<a/>"))],
    ["elements of 300,000 names", response(numbered(300_000, (at) => `<a${at}/>`))],
    ["elements in each other", response(fill("<a>"))],
    ["processing instructions", response(fill("<?x y?>"))],
    ["brackets", response(fill("<"))],
    ["items of JSON", `{"status":"success","a":[${fill("1,")}1]}`],
    ["lists of JSON", `{"status":"success","a":[${fill("[],")}1]}`],
    ["members of JSON", `{${numbered(300_000, (at) => `"a${at}":1,`)}"status":"success"}`],
  ])("is not read: %s", (_, text) => {
    const start = performance.now();
    expect(readReplyText(text).kind).toBe("unreadable");
    expect(performance.now() - start).toBeLessThan(ENOUGH_MS);
  });

  it.each([
    ["comments", `${response("")}${fill("<!---->")}`],
    ["blanks in a tag", response(`<a${fill(" ")}/>`)],
    ["quotation marks", response(`<a b="${fill("'")}"/>`)],
    ["brackets of JSON", `[${fill("[")}`],
    ["objects of JSON in each other", fill('{"a":')],
    ["comments of JavaScript", `${fill("/**/")}a({})`],
    ["brackets of JavaScript", `a(${fill("(")})`],
  ])("takes no longer than others of its length: %s", (_, text) => {
    const start = performance.now();
    readReplyText(text);
    expect(performance.now() - start).toBeLessThan(ENOUGH_MS);
  });

  it("is told from the reply to the largest batch, with ids for each of its customers", () => {
    const elements = numbered(
      10_000,
      (at) =>
        `<customer>\n<row>${at}</row>\n<code>C${at}</code>\n<card_number>600649${at}</card_number>\n</customer>\n`,
    );
    const attributes = numbered(
      10_000,
      (at) => `<customer row="${at}" code="A &amp; ${at}" card_number="600649${at}" status="new"/>`,
    );
    for (const customers of [elements, attributes]) {
      const reply = readReplyText(response(`<new_customers>${customers}</new_customers>`));
      expect(reply.kind).toBe("success");
    }
  });
});
