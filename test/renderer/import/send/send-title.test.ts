import { expect, test } from "vitest";
import type { ImportDetail } from "../../../../preload/types.ts";
import { sendTitle } from "../../../../renderer/import/send/send-title.ts";

function detail(
  more: Partial<Pick<ImportDetail, "state" | "standing" | "trialOf" | "undone">> = {},
  counts: Partial<ImportDetail["counts"]> = {},
): Parameters<typeof sendTitle>[0] {
  const base = { state: "accepted", standing: "accepted", trialOf: null, undone: null, ...more };
  return { ...base, counts: { open: 0, rowsRejected: 0, ...counts } } as unknown as ImportDetail;
}

test("while batches are open the title says whether they go, wait or are held", () => {
  const open = detail({}, { open: 2 });
  expect(sendTitle(open, null)).toEqual({ title: "send.title.sending", lead: "send.lead" });
  const titles = (["offline", "paused", "rejected", "all-paused"] as const).map((kind) =>
    sendTitle(open, { kind }),
  );
  expect(titles.map(({ title }) => title)).toEqual([
    "send.title.offline",
    ...Array<string>(3).fill("send.title.held"),
  ]);
  expect(new Set(titles.map(({ lead }) => lead))).toEqual(new Set(["send.leadStill"]));
});

test("a trial is told from a whole list, also while its rows are on their way", () => {
  expect(sendTitle(detail({ trialOf: 3 }), null)).toEqual({
    title: "send.title.trial",
    lead: "send.trialLead",
  });
  const failed = detail({ trialOf: 3, state: "rejected", standing: "rejected" });
  expect(sendTitle(failed, null)).toEqual({
    title: "send.title.rejected",
    lead: "send.trialLead",
  });
  expect(sendTitle(detail({ trialOf: 3 }, { open: 1 }), null).title).toBe("send.title.sending");
});

test("a platform that counted fewer customers than rows is told, whatever else came of them", () => {
  const fewer = detail({ standing: "accepted-fewer", state: "accepted" });
  expect(sendTitle(fewer, null).title).toBe("send.title.accepted-fewer");
});

test("the platform is called refusing only where it refused a row", () => {
  const partly = { state: "partly-accepted", standing: "partly-accepted" } as const;
  expect(sendTitle(detail(partly, { rowsRejected: 1 }), null).title).toBe(
    "send.title.partly-accepted",
  );
  expect(sendTitle(detail(partly), null).title).toBe("send.title.rest-cancelled");
});

test("an import that was undone is not said to have arrived, a trial neither", () => {
  for (const undone of ["reverted", "put-back"] as const) {
    expect(sendTitle(detail({ undone }), null).title).toBe(`send.title.${undone}`);
    expect(sendTitle(detail({ undone, trialOf: 3 }), null).title).toBe(`send.title.${undone}`);
  }
});

test("before anything is known nothing is claimed", () => {
  expect(sendTitle(undefined, null)).toEqual({ title: "send.title.loading", lead: "send.lead" });
});
