import { expect, test } from "vitest";
import { testApp } from "../../app/window.ts";

const HEAD = "code,first_name,city\n";

test("a review offers to leave out exactly the rows that 'only what changed' leaves out", async () => {
  const app = await testApp();
  const first = `${HEAD}1,Ana,Bern\n2,Bea,Basel\n3,Cem,Chur\n3,Cem,Chur\n`;
  await app.send((await app.draft("march.csv", first)).id);
  const again = await app.draft(
    "april.csv",
    `${HEAD}1,Ana,Bern\n2,Bea,Genf\n3,Cem,Chur\n4,Di,Bern\n`,
  );
  const offered = async () => {
    const { check } = await app.call("drafts.get", { draftId: again.id });
    if (check.kind !== "done") return null;
    const offer = check.notices.find(({ code }) => code === "rows-unchanged-offer");
    return { offer: offer?.params.count ?? 0, toSend: check.counts.toSend };
  };
  // Customer 3 stood in the last list twice: nobody knows what of it holds.
  expect(await offered()).toEqual({ offer: 1, toSend: 4 });
  const options = { ...again.options, onlyChanged: true };
  await app.call("drafts.setOptions", { draftId: again.id, options });
  await app.call("drafts.check", { draftId: again.id });
  await app.until(async () => (await offered()) !== null);
  expect(await offered()).toEqual({ offer: 0, toSend: 3 });
});
