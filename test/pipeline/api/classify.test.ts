import { expect, test } from "vitest";
import { classify } from "../../../main/pipeline/api/classify.ts";
import { retryAfterMs } from "../../../main/pipeline/api/retry-after.ts";

const NOW = Date.parse("2024-03-01T12:00:00Z");

function ofStatus(status: number, headers: Record<string, string> = {}, body = "<html></html>") {
  return classify({ kind: "reply", status, headers, body: Buffer.from(body), cut: false }, NOW);
}

test.each([429, 503, 425])(
  "status %i asks for patience and proves that nothing was imported",
  (status) => {
    expect(ofStatus(status, { "retry-after": "7" })).toMatchObject({
      kind: "try-later",
      retryAfterMs: 7000,
    });
  },
);

test.each([500, 502, 504, 520, 599, 100, 0, 408, 303])(
  "after status %i it may have arrived",
  (status) => {
    expect(ofStatus(status).kind).toBe("unclear");
  },
);

test("a server error stays unclear even where its body claims success", () => {
  expect(ofStatus(500, {}, `{"status":"success"}`).kind).toBe("unclear");
});

test("a status 500 that holds the documented error is a refusal in the API's words; a gateway's is none", () => {
  const documented = [
    `<response status="error"><error>No such campaign</error></response>`,
    `{"status":"error","errors":["No such campaign"]}`,
  ];
  for (const body of documented) {
    expect(ofStatus(500, {}, body)).toMatchObject({
      kind: "rejected",
      reason: { words: "No such campaign" },
    });
    for (const status of [502, 504]) expect(ofStatus(status, {}, body).kind).toBe("unclear");
  }
  for (const body of [`{"error":"Internal Server Error"}`, `{"status":"error"}`]) {
    expect(ofStatus(500, {}, body).kind).toBe("unclear");
  }
});

test.each([301, 302, 307, 308])("a redirect (%i) is a wrong address", (status) => {
  expect(ofStatus(status, { location: "https://example.com/" })).toMatchObject({
    kind: "rejected",
    reason: { code: "reason-redirect", params: { status } },
  });
});

test.each([
  ["not_imported", `{"status":"success","batch":{"status":"not_imported"}}`],
  ["pending", `<response status="success"><batch status="pending"></batch></response>`],
  ["partly", `{"status":"success","batch":[{"status":"imported"},{"status":"partly"}]}`],
  ["error", `{"status":"success","batch":[{"status":"imported"},{"status":"error"}]}`],
])("a batch whose state is %s is not told as accepted", (state, body) => {
  expect(ofStatus(200, {}, body)).toMatchObject({
    kind: "doubtful",
    reason: { words: `batch: ${state}` },
  });
});

test("an error beside a batch that was imported leaves open what arrived", () => {
  const batch = `{"status":"imported","customers":{"new":"3","updated":"0"}}`;
  const body = `{"status":"error","error":"Row 4 is bad","batch":${batch}}`;
  expect(ofStatus(200, {}, body)).toMatchObject({
    kind: "doubtful",
    reason: { words: "Row 4 is bad" },
  });
  expect(ofStatus(500, {}, body).kind).toBe("unclear");
  const none = body.replace(`"3"`, `"0"`);
  expect(ofStatus(200, {}, none).kind).toBe("rejected");
  expect(ofStatus(500, {}, body.replace("imported", "partial")).kind).toBe("unclear");
});

test.each([
  `{"status":"success","account":{"account_id":"acme","biz_name":"Acme"}}`,
  `{"status":"success","account_name":"Acme","campaigns":[]}`,
  `{"status":"error","response":{"status":"success"}}`,
])("what answers another question does not tell that a batch was taken: %s", (body) => {
  expect(ofStatus(200, {}, body).kind).not.toBe("accepted");
});

test("what a success says without naming the batch is taken as it is", () => {
  expect(ofStatus(200, {}, `{"status":"success"}`).kind).toBe("accepted");
  expect(ofStatus(200, {}, `{"status":"success","customers":{"new":"1"}}`).kind).toBe("accepted");
});

test("status 421 is a refusal that sends a person to look before it goes again", () => {
  const result = ofStatus(421);
  expect(result).toMatchObject({ kind: "rejected", reason: { code: "reason-misdirected" } });
});

test.each([400, 403, 404, 413])("status %i without words of the API is a refusal", (status) => {
  expect(ofStatus(status)).toMatchObject({
    kind: "rejected",
    reason: { code: "reason-http-refused", params: { status } },
  });
});

test("status 401 is about the credentials, 407 about the proxy", () => {
  expect(ofStatus(401).kind).toBe("credentials");
  expect(ofStatus(407)).toMatchObject({ kind: "not-sent", reason: { code: "reason-proxy-login" } });
});

test("a refusal with words of the API is told in them", () => {
  expect(ofStatus(400, {}, `{"status":"error","error":"No data"}`)).toMatchObject({
    kind: "rejected",
    reason: { words: "No data" },
  });
});

test("Retry-After is read as seconds, and as a date by the server's own clock", () => {
  expect(retryAfterMs({ "retry-after": " 120 " }, NOW)).toBe(120_000);
  const at = "Fri, 01 Mar 2024 13:00:30 GMT";
  expect(retryAfterMs({ "retry-after": at, date: "Fri, 01 Mar 2024 13:00:00 GMT" }, NOW)).toBe(
    30_000,
  );
  expect(retryAfterMs({ "retry-after": at }, NOW)).toBe(3_630_000);
  expect(retryAfterMs({ "retry-after": "Fri, 01 Mar 2024 11:00:00 GMT" }, NOW)).toBe(0);
  expect(retryAfterMs({ "retry-after": "soon" }, NOW)).toBeNull();
  expect(retryAfterMs({ "retry-after": "1.5" }, NOW)).toBe(1500);
  expect(retryAfterMs({ "retry-after": "9".repeat(400) }, NOW)).toBe(Number.POSITIVE_INFINITY);
  for (const odd of ["-5", "+5", "5 minutes", "1e3", "0x10"]) {
    expect(retryAfterMs({ "retry-after": odd }, NOW), odd).toBeNull();
  }
  expect(retryAfterMs({}, NOW)).toBeNull();
});
