import { XMLParser } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import { escapeXml } from "../../main/practice/reply/xml.ts";
import { BATCH, credentialsOf, header, postForm, practiceServer } from "../helpers/practice.ts";

async function reply(parameters: Readonly<Record<string, string>>) {
  const server = await practiceServer();
  const data = { ...header("code"), profiles_data: "A\nB" };
  const all = { ...credentialsOf(server), ...BATCH, ...data, ...parameters };
  const response = await postForm(server.url, new URLSearchParams(all));
  expect(response.status).toBe(200);
  return { type: response.headers.get("content-type"), text: await response.text() };
}

const SUCCESS = {
  status: "success",
  batch: { status: "imported", customers: { new: "2", updated: "0" } },
};

describe("output", () => {
  test("is XML by default: the documentation's sample, well-formed", async () => {
    expect(await reply({})).toEqual({
      type: "text/xml; charset=utf-8",
      text: [
        '<response status="success">',
        '  <batch status="imported">',
        "    <customers>",
        "      <new>2</new>",
        "      <updated>0</updated>",
        "    </customers>",
        "  </batch>",
        "</response>",
        "",
      ].join("\n"),
    });
    expect(await reply({ output: "XML" })).toEqual(await reply({}));
  });

  test("is JSON where asked for, with white space unless condensed", async () => {
    const spaced = await reply({ output: "JSON" });
    expect(spaced.type).toBe("application/json; charset=utf-8");
    expect(JSON.parse(spaced.text)).toEqual(SUCCESS);
    expect(spaced.text).toContain("\n");
    const condensed = await reply({ output: "json", condensed: "yes" });
    expect(condensed.text).toBe(JSON.stringify(SUCCESS));
  });

  test("is JSONP with a callback, unless XML is asked for by name", async () => {
    for (const output of ["JSON", ""]) {
      const { type, text } = await reply({ output, callback: "my.answer_1", condensed: "yes" });
      expect(type).toBe("application/javascript; charset=utf-8");
      expect(text).toBe(`my.answer_1(${JSON.stringify(SUCCESS)});`);
    }
    const xml = await reply({ output: "XML", callback: "answer" });
    expect(xml.text).toMatch(/^<response status="success">/);
  });

  test("refuses a callback that is no function's name", async () => {
    for (const callback of ["alert(1)//", "a b", "1a", "a.", "a[0]", "x".repeat(101)]) {
      const { text } = await reply({ callback });
      expect(text).toContain("<error>Parameter callback must be the name of a function</error>");
    }
  });

  test("cannot end a script by what a JSONP reply repeats", async () => {
    const bad = "</script>\u2028";
    const { text } = await reply({ callback: "f", ...header(bad) });
    expect(text).not.toMatch(/[<>\u2028]/);
    expect(JSON.parse(text.slice(2, -3))).toEqual({
      status: "error",
      error: `Unknown field: ${bad}`,
    });
  });

  test("tells one error as error and several as errors, in every format", async () => {
    const one = { profiles_data: "A|B" };
    const several = { profiles_data: "A|B\nC\nD|E" };
    const first = "Row 1 has 2 fields, 1 expected";
    const third = "Row 3 has 2 fields, 1 expected";
    expect(JSON.parse((await reply({ ...one, output: "JSON" })).text)).toEqual({
      status: "error",
      error: first,
    });
    expect(JSON.parse((await reply({ ...several, output: "JSON" })).text)).toEqual({
      status: "error",
      errors: [first, third],
    });
    expect((await reply(one)).text).toBe(
      `<response status="error">\n  <error>${first}</error>\n</response>\n`,
    );
    expect((await reply(several)).text).toContain(
      `<errors>\n    <error>${first}</error>\n    <error>${third}</error>\n  </errors>`,
    );
  });

  test("escapes what it repeats in XML", async () => {
    const name = `<&"'> \r\n]]>`;
    const { text } = await reply(header(name));
    const read = new XMLParser({ trimValues: false, htmlEntities: true }).parse(text);
    expect(read.response.error).toBe(`Unknown field: ${name}`);
  });
});

test("XML text never holds a character that XML cannot hold", () => {
  expect(escapeXml("a\u0000b\u001fc\ufffed\ud800e\u{1f600}\t\u0085")).toBe(
    "a\ufffdb\ufffdc\ufffdd\ufffde\u{1f600}\t\u0085",
  );
});
