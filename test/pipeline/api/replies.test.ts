import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { classify } from "../../../main/pipeline/api/classify.ts";
import { readBatchReply } from "../../../main/pipeline/api/reply/batch-reply.ts";
import { readReply } from "../../../main/pipeline/api/reply/read-reply.ts";

function said(text: string | Uint8Array, contentType = "text/html") {
  return readReply(typeof text === "string" ? Buffer.from(text) : text, contentType);
}

function result(text: string | Uint8Array, status = 200, contentType = "text/html") {
  const body = typeof text === "string" ? Buffer.from(text) : text;
  const headers = { "content-type": contentType };
  return classify({ kind: "reply", status, headers, body, cut: false }, 0);
}

const JSON_REPLY = `{"status":"success","batch":{"status":"imported","customers":{"new":"2","updated":"1"}}}`;
const XML_REPLY = `<?xml version="1.0" encoding="UTF-8"?>
<response status="success">
  <batch status="imported">
    <customers>
      <new>2</new>
      <updated>1</updated>
    </customers>
  </batch>
</response>
`;
/** "Success XML Response" of the documentation, as printed. */
const PRINTED = `<response status="success">
<batch status="imported">
<customers>
<new>2<new>
<updated>1<updated>
<customers>
</batch>
</response>`;
const NUMBERED = PRINTED.split("\n")
  .map((line, index) => `  ${index + 1}. ${line}`)
  .join("\n");

describe("a success is understood", () => {
  test.each([
    ["JSON", JSON_REPLY],
    ["JSON with counts as numbers", JSON_REPLY.replaceAll(/"([12])"/g, "$1")],
    ["JSON with white space", JSON.stringify(JSON.parse(JSON_REPLY), null, 4)],
    ["JSON with a byte order mark", `\ufeff${JSON_REPLY}`],
    ["JSON within a response", `{"response":${JSON_REPLY}}`],
    ["JSONP", `loyaltyImporter(${JSON_REPLY});`],
    ["JSONP with a comment before it and none after", `/**/ a.b_c( ${JSON_REPLY} )\n`],
    ["XML", XML_REPLY],
    ["XML with a byte order mark", `\ufeff${XML_REPLY}`],
    ["the documentation's sample as printed", PRINTED],
    ["the documentation's sample with its line numbers", NUMBERED],
    ["XML with bare &", XML_REPLY.replace("<batch", "<shop>A & B &c; &amp; D</shop><batch")],
    ["XML with a comment", XML_REPLY.replace("<batch", "<!-- a > b --><batch")],
  ])("%s", (_, text) => {
    expect(result(text)).toEqual({ kind: "accepted", created: 2, updated: 1 });
  });

  test.each(["utf-16le", "latin1"] as const)("written in %s and said to be UTF-8", (charset) => {
    const bytes = Buffer.from(charset === "latin1" ? XML_REPLY : `\ufeff${XML_REPLY}`, charset);
    expect(result(bytes, 200, "text/xml; charset=utf-8").kind).toBe("accepted");
  });

  test.each([
    ["JSONP as Express writes it", `/**/ typeof cb === 'function' && cb(${JSON_REPLY});`],
    ["JSONP that looks first", `window.cb && window.cb(${JSON_REPLY})`],
    ["JSONP with comments", `/* a (b) */ // c\n cb(${JSON_REPLY}); // d (e)`],
    ["XML with a comment below", `${XML_REPLY}\n<!-- 0.01 s -->\n<!-- web3 -->`],
  ])("%s", (_, text) => {
    expect(result(text)).toEqual({ kind: "accepted", created: 2, updated: 1 });
  });

  test("said to be in a charset that does not exist or is not its own", () => {
    expect(result(JSON_REPLY, 200, "text/html; charset=klingon").kind).toBe("accepted");
    expect(result(JSON_REPLY, 200, "text/html; charset=utf-16le").kind).toBe("accepted");
  });

  test("without counts that make sense, they are not known", () => {
    const odd = JSON_REPLY.replace('"2"', '"many"').replace('"1"', "-1");
    expect(result(odd)).toEqual({ kind: "accepted", created: null, updated: null });
  });
});

describe("an error is told in the API's words", () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ["JSON error", `{"status":"error","error":"No such campaign"}`, "No such campaign"],
    ["JSON errors", `{"status":"error","errors":["One","Two"]}`, "One; Two"],
    ["JSON objects", `{"status":"error","errors":[{"message":"One"}]}`, "One"],
    ["no status", `{"error":"No such campaign"}`, "No such campaign"],
    ["XML error", `<response status="error"><error>A &amp; B</error></response>`, "A & B"],
    ["bare &", `<response status="error"><error>A & B</error></response>`, "A & B"],
    [
      "XML errors",
      `<response status="error"><errors><error>One</error><error>Two</error></errors></response>`,
      "One; Two",
    ],
    ["JSONP", `cb({"status":"error","error":"No"});`, "No"],
    ["a failed batch", `{"status":"success","batch":{"status":"error","error":"No"}}`, "No"],
  ];
  test.each(cases)("%s", (_, text, words) => {
    const outcome = result(text);
    expect(outcome).toMatchObject({ kind: "rejected", reason: { code: "reason-rejected", words } });
  });

  test("an error without words is an error all the same", () => {
    const outcome = result(`{"status":"error"}`);
    expect(outcome).toMatchObject({ kind: "rejected", reason: { code: "reason-rejected-silent" } });
  });

  test("what is about the login stops the connection, what is about rows does not", () => {
    const kind = (words: string) => result(JSON.stringify({ status: "error", error: words })).kind;
    for (const words of [
      "Invalid credentials",
      "Unknown user_id",
      "API key is wrong",
      "Login failed",
    ]) {
      expect(kind(words)).toBe("credentials");
    }
    for (const words of [
      "Row 3: invalid customer_password",
      "Unknown campaign: 12",
      "Bad date",
      "login@example.com is no address",
      'The value "api key" is too long',
    ]) {
      expect(kind(words)).toBe("rejected");
    }
  });

  test("words are one line of bounded length without control characters", () => {
    const error = `a\u0000b\n${"x".repeat(100_000)}\u202e`;
    const outcome = said(JSON.stringify({ status: "error", error }));
    const words = outcome.kind === "error" ? (outcome.words ?? "") : "";
    expect(words.length).toBeLessThanOrEqual(2000);
    expect(words).toMatch(/^ab x+$/);
  });
});

describe("what is no whole reply of the API may have arrived", () => {
  test.each([
    ["nothing", ""],
    ["blanks", "  \n "],
    ["a page", "<!DOCTYPE html><html><body>Welcome</body></html>"],
    ["XML with a document type", `<!DOCTYPE a [<!ENTITY b "c">]>${XML_REPLY}`],
    ["another document", `<answer status="success"></answer>`],
    ["a bare word", "success"],
    ["an empty object", "{}"],
    ["a list", "[]"],
    ["an unknown status", `{"status":"perhaps"}`],
    ["JSONP without its end", `cb(${JSON_REPLY}`],
    ["a comment that never ends", `${XML_REPLY}<!-- `],
    ["comments only", "<!-- <response status='success'></response> -->"],
    ["JSONP in a comment", `/* cb(${JSON_REPLY}); */`],
    ["two calls", `cb(${JSON_REPLY}); cb(${JSON_REPLY});`],
    ["a script", `alert("x"); cb(${JSON_REPLY});`],
    ["two replies", JSON_REPLY + JSON_REPLY],
    ["deep JSON", `{"status":"success","a":${"[".repeat(200_000)}`],
    ["deep whole JSON", `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`],
    [
      "deep XML",
      `<response status="success">${"<a>".repeat(50_000)}${"</a>".repeat(50_000)}</response>`,
    ],
  ])("%s", (_, text) => {
    expect(result(text)).toMatchObject({ kind: "unclear", reason: { code: "reason-unreadable" } });
  });

  test("a reply cut anywhere is never taken for accepted before its content is complete", () => {
    const whole = (text: string) => text.trim().replace(/;$/, "");
    for (const text of [JSON_REPLY, `cb(${JSON_REPLY});`, XML_REPLY, PRINTED]) {
      for (let length = 0; length < whole(text).length; length++) {
        expect(result(whole(text).slice(0, length)).kind).toBe("unclear");
      }
    }
  });
});

describe("hostile replies", () => {
  test("any bytes with any content type and status have a result", () => {
    const charsets = [
      "",
      "text/xml; charset=utf-16",
      "application/json; charset=x",
      "a;charset=gbk",
    ];
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom(...charsets),
        fc.integer({ min: 0, max: 999 }),
        (bytes, contentType, status) => {
          expect(result(bytes, status, contentType).kind).toBeTypeOf("string");
        },
      ),
    );
  });

  test("a valid reply with bytes changed has a result", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(JSON_REPLY, XML_REPLY, PRINTED),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), {
          minLength: 1,
          maxLength: 5,
        }),
        (text, changes) => {
          const bytes = Buffer.from(text);
          for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
          expect(result(bytes).kind).toBeTypeOf("string");
        },
      ),
      { numRuns: 500 },
    );
  });

  test("entities are never expanded", () => {
    const text = XML_REPLY.replace("<batch", "<a>&lol;&#x26;lt;</a><batch");
    const reply = said(text);
    expect(reply.kind === "success" && reply.content.a).toBe("&lol;&lt;");
  });

  test("names of JavaScript's own objects are only names", () => {
    const json = `{"__proto__":{"status":"success"},"constructor":{"prototype":{"polluted":"yes"}}}`;
    expect(said(json).kind).toBe("unreadable");
    said(`<response status="error"><__proto__><polluted>yes</polluted></__proto__></response>`);
    said(`<response __proto__="x" constructor="y" status="error"></response>`);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe("generated ids", () => {
  function generated(text: string) {
    const reply = said(text);
    return reply.kind === "success" ? readBatchReply(reply.content).generated : null;
  }

  test("are read as texts of all their digits, in JSON even where they are written as numbers", () => {
    const json = `{"status":"success","batch":{"new_customers":[{"row":"1","code":9106069098931231}]}}`;
    expect(generated(json)).toEqual([{ row: 1, code: "9106069098931231", cardNumber: null }]);
  });

  test("are read beside the batch, as plain texts, and with card numbers", () => {
    const json = `{"status":"success","new_customers":["9106069098931231",{"card_number":"77"}]}`;
    expect(generated(json)).toEqual([
      { row: null, code: "9106069098931231", cardNumber: null },
      { row: null, code: null, cardNumber: "77" },
    ]);
  });

  test("are read from XML, one or many", () => {
    const one = (inner: string) =>
      `<response status="success"><batch><new_customers>${inner}</new_customers></batch></response>`;
    const customer = "<customer><row>2</row><code>9106069098931231</code></customer>";
    const entry = { row: 2, code: "9106069098931231", cardNumber: null };
    expect(generated(one(customer))).toEqual([entry]);
    expect(generated(one(customer + customer))).toEqual([entry, entry]);
    expect(generated(one("<code>9106069098931231</code><code>9</code>"))).toEqual([
      { row: null, code: "9106069098931231", cardNumber: null },
      { row: null, code: "9", cardNumber: null },
    ]);
  });
});
