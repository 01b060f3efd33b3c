import type { Browser } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { workbook } from "../../../pipeline/sources/shape/flat-workbook.ts";
import { workerBrowser } from "../../browser/browser.ts";
import { inspect } from "../../browser/inspect.ts";
import { shoot } from "../../browser/shoot.ts";
import { visit } from "../../browser/visit.ts";
import { goOn, openList, toReview } from "../../browser/wizard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await workerBrowser();
});

const PEOPLE =
  "Card Number,First Name,Last Name,Street,City,Points\n" +
  "7000001,Ann,Lake,1 Low Rd,Bath,10\n" +
  "7000002,Ben,Hill,2 Low Rd,Bath,20\n" +
  "7000003,Cat,Moor,3 Low Rd,Bath,70\n";

it("a total and a shifted row are told before the rows, and one press takes it back", async () => {
  const { page, complaints } = await visit(browser);
  await openList(
    page,
    "club.csv",
    `${PEOPLE}7000004,Dan,Ford,12 Main St, Apt 4,Bath,5\nTotal,,,,,105\n`,
  );
  await page.getByText("Row 6 is a total, not a customer, and is left out.").waitFor();
  await page.getByText("Row 5 has more values than the others").waitFor();
  await inspect(page, "findings-file");
  await goOn(page, "columns");
  await page.getByText("Row 6 is a total, not a customer, and is left out.").waitFor();
  const arriving = page.getByRole("region", { name: "As they will arrive" });
  await arriving.getByText("This row has 7 values where the others have 6").waitFor();
  await inspect(page, "findings-columns");
  await page.getByRole("button", { name: "They are customers" }).click();
  await page.getByText("Rows that look like no customers are read like all others").waitFor();
  await page.getByRole("button", { name: "Leave them out" }).click();
  await page.getByText("Row 6 is a total, not a customer, and is left out.").waitFor();
  expect(complaints).toEqual([]);
}, 120_000);

it("headers that stand one column off are shown above their values once they are moved", async () => {
  const { page, complaints } = await visit(browser);
  await openList(
    page,
    "socios.csv",
    "Shop,Card,First,Last,City\n9001,Ana,Gil,Vigo\n9002,Luis,Sanz,Lugo\n9003,Eva,Ríos,Cádiz\n",
  );
  const firstColumn = () => page.locator("tbody tr td:nth-of-type(1)").allInnerTexts();
  await page.getByText("Every row has 4 values, but there are 5 headers").waitFor();
  expect(await firstColumn()).toEqual(["Shop", "9001", "9002", "9003"]);
  await page.getByRole("button", { name: "Move the headers to the left" }).click();
  await page.getByText("the headers are read one column further to the left").waitFor();
  await expect.poll(firstColumn).toEqual(["Card", "9001", "9002", "9003"]);
  expect(complaints).toEqual([]);
}, 60_000);

it("dates that a program turned round are told, and one press puts them right", async () => {
  const { page, complaints } = await visit(browser);
  const days = ["1985-07-05", "1990-11-02", "13/05/1985", "25/12/1979", "30/01/2001"];
  const rows = days.map((day, at) => `700000${at},Ann,Lake,${day}\n`);
  await openList(page, "born.csv", `Card Number,First Name,Last Name,Birthday\n${rows.join("")}`);
  const told = page.getByText("took days for months: 2 dates");
  await told.waitFor();
  await inspect(page, "findings-dates-file");
  await goOn(page, "columns");
  await told.waitFor();
  await page.getByText("1985-07-05").last().waitFor();
  await inspect(page, "findings-dates-columns");
  await page.getByRole("button", { name: "Swap day and month" }).click();
  await page.getByText("are read with day and month the other way round").waitFor();
  await page.getByText("1985-05-07").waitFor();
  await page.getByRole("button", { name: "Read them as they stand" }).click();
  await told.waitFor();
  expect(complaints).toEqual([]);
}, 120_000);

it("the sheets of several stores are read as one list by one press, and rows name their sheet", async () => {
  const { page, complaints } = await visit(browser);
  const head = ["Card Number", "First Name", "Email"];
  await openList(
    page,
    "stores.fods",
    workbook(
      ["Read me", ["One sheet for each store"], ["Keep the names"]],
      [
        "Downtown",
        head,
        ["7000001", "Ann", "ann@example.com"],
        ["7000002", "Ben", "ben@example.com"],
      ],
      ["Airport", head, ["7000003", "Cat", "cat@example"], ["7000001", "Dan", "dan@example.com"]],
    ),
  );
  await page.getByText("The sheets Downtown, Airport have about the same headers.").waitFor();
  // A workbook has neither: nothing is asked that would change nothing.
  expect(await page.getByRole("combobox", { name: "Columns are separated by" }).count()).toBe(0);
  expect(await page.getByRole("combobox", { name: "Character encoding" }).count()).toBe(0);
  await inspect(page, "findings-sheets");
  await page.getByRole("button", { name: "Read all 2 as one list" }).click();
  await page.getByText("The sheets Downtown, Airport are read as one list.").waitFor();
  await page.getByRole("tab", { name: "2 sheets as one list" }).waitFor();
  await page.getByText("3 (Airport)").waitFor();
  await inspect(page, "findings-sheets-joined");
  await goOn(page, "columns");
  await page.getByText("Row 2 (Airport)").waitFor();
  await inspect(page, "findings-sheets-columns");
  await goOn(page, "options");
  await goOn(page, "review");
  await page.getByRole("button", { name: "Send 4 customers" }).waitFor();
  await page.getByText("3 (Airport)").waitFor();
  await inspect(page, "findings-sheets-review");
  expect(complaints).toEqual([]);
}, 120_000);

it("letters of a wrong encoding are shown as they were meant, and one press decodes them back", async () => {
  const { page, complaints } = await visit(browser);
  await openList(
    page,
    "misread.csv",
    "Card Number,First Name,City\n7000001,Ann,Bath\n7000002,Ã‰mile,KÃ¶ln\n7000003,João,SÃO PAULO\n",
  );
  await page.getByText("Ã‰mile → Émile").waitFor();
  await inspect(page, "misread-file");
  await goOn(page, "columns");
  await page.getByText("Ã‰mile → Émile").waitFor();
  await inspect(page, "misread-columns");
  await page.getByRole("button", { name: "Decode them back" }).click();
  await page.getByText("are decoded back").waitFor();
  await page.getByText("Köln").first().waitFor();
  await page.getByText("SÃO PAULO").first().waitFor();
  await shoot(page, "misread-decoded");
  await page.getByRole("button", { name: "Leave them as they were" }).click();
  await page.getByRole("button", { name: "Decode them back" }).waitFor();
  expect(complaints).toEqual([]);
}, 120_000);

it("an encoding that nothing proves is chosen by what each makes of a name", async () => {
  const { page, complaints } = await visit(browser);
  const name = Buffer.from("d5d4c0da", "hex");
  await openList(
    page,
    "unsure.csv",
    Buffer.concat([Buffer.from("Card Number,Name\n7000001,"), name, Buffer.from("\n")]),
  );
  await page.getByText("does not show in which encoding").first().waitFor();
  await inspect(page, "encoding-asked");
  await page.getByRole("button", { name: "gb18030: 赵磊" }).click();
  await page.getByRole("button", { name: "gb18030: 赵磊" }).waitFor({ state: "detached" });
  await page.getByText("赵磊").first().waitFor();
  await shoot(page, "encoding-chosen");
  expect(complaints).toEqual([]);
}, 120_000);

it("passwords and PINs are masked on the file and columns steps, before anybody maps them", async () => {
  const { page, complaints } = await visit(browser);
  await openList(
    page,
    "logins.csv",
    "Card Number,First Name,Password,PIN\n7000001,Ann,Hunter22,9876\n7000002,Ben,Sesame11,5432\n",
  );
  await page.getByText("7000001").first().waitFor();
  expect(await page.getByText("••••").count()).toBe(4);
  await goOn(page, "columns");
  await page.getByText("••••").first().waitFor();
  expect(await page.content()).not.toMatch(/Hunter22|Sesame11|9876|5432/);
  expect(complaints).toEqual([]);
}, 120_000);

it("the sentence above Send says of which rows a new customer is made", async () => {
  const { page } = await visit(browser);
  const head = "Card Number,First Name,Email\n";
  const some = { name: "some.csv", text: `${head}7000001,Ann,a@example.com\n,Ben,b@example.com\n` };
  await toReview(page, some, /practice/i);
  await page.getByText("Existing customers keep all other fields.").waitFor();
  await page
    .getByText("1 of them has neither a customer code nor a card number and makes a new customer.")
    .waitFor();
  const none = { name: "none.csv", text: `${head},Ann,a@example.com\n,Ben,b@example.com\n` };
  await toReview(page, none, /practice/i);
  await page.getByText("Each row makes a new customer, because none has").waitFor();
  expect(await page.getByText("Existing customers").count()).toBe(0);
}, 60_000);

it("columns that are lined up with blanks are read as such by one press", async () => {
  const { page, complaints } = await visit(browser);
  await openList(
    page,
    "old.txt",
    "Card Number  First Name  City\n" +
      "7000001      Ann         Bath\n7000002      Ben         Wells\n7000003      Cat         York\n",
  );
  await page.getByText("The 3 columns of this list are lined up with blanks").waitFor();
  await page.getByRole("button", { name: "Read it by its columns" }).click();
  await page.getByText("Wells", { exact: true }).waitFor();
  expect(await page.getByLabel("Columns are separated by").first().inputValue()).toBe(
    "Lined-up blanks",
  );
  await inspect(page, "findings-lined-up");
  expect(complaints).toEqual([]);
}, 120_000);
