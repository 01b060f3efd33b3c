import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { tempDir } from "../../../helpers/temp-dir.ts";
import { workerBrowser } from "../../browser/browser.ts";
import { type Copied, dropFiles, holdOver, paste } from "../../browser/hand-over.ts";
import { inspectOpen } from "../../browser/inspect.ts";
import { openScreen, settled, visit } from "../../browser/visit.ts";
import { atStep, goOn, toReview } from "../../browser/wizard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await workerBrowser();
});

const LIST = "Customer code,First name\n000501,Ana\n000502,Ben\n";

/** As Excel puts a range on the clipboard: one cell with a line break, one that begins with a quote. */
const EXCEL: Copied = {
  "text/plain":
    'Customer code\tFirst name\tStreet\r\n000501\t"Ana ""Nita"""\t"12 High Street\nFlat 2"\r\n000502\t"Bar" Ben\t\r\n',
  "text/html": `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>
<meta name=Generator content="Microsoft Excel 15"><style><!--td {mso-number-format:General;}--></style></head>
<body link="#0563C1"><table border=0 cellpadding=0 cellspacing=0 width=192 style='border-collapse:
 collapse;width:144pt'><!--StartFragment--><col width=64 span=3 style='width:48pt'>
 <tr height=20 style='height:15.0pt'><td height=20 class=xl65 style='height:15.0pt'>Customer
  code</td><td>First name</td><td>Street</td></tr>
 <tr><td class=xl65 x:num>000501</td><td>Ana &quot;Nita&quot;</td><td>12 High Street<br
  style='mso-data-placement:same-cell'>Flat 2</td></tr>
 <tr><td>000502</td><td>&quot;Bar&quot; Ben</td><td></td></tr><!--EndFragment--></table></body></html>`,
};

/** As LibreOffice Calc does. */
const CALC: Copied = {
  "text/plain":
    'Customer code\tFirst name\tStreet\n000501\tAna\t"12 High Street\nFlat 2"\n000502\tBen\t\n',
  "text/html": `<!DOCTYPE html><html><head><meta name="generator" content="LibreOffice 24.2"/>
<style type="text/css">body,div,table{ font-family:"Liberation Sans"; font-size:x-small }</style></head>
<body><table cellspacing="0" border="0"><colgroup span="3" width="85"></colgroup>
<tr><td height="17" align="left">Customer code</td><td align="left">First name</td><td align="left">Street</td></tr>
<tr><td height="31" align="left" sdval="501" sdnum="1033;0;000000">000501</td><td>Ana</td><td align="left">12 High Street<br>Flat 2</td></tr>
<tr><td height="17" align="left">000502</td><td align="left">Ben</td><td align="left"><br></td></tr></table></body></html>`,
};

function file(name: string, content: string | Uint8Array = LIST): string {
  const path = join(tempDir(), name);
  writeFileSync(path, content);
  return path;
}

/** The cells of the file step, row by row. */
async function firstRows(page: Page): Promise<readonly (readonly string[])[]> {
  const rows = page.getByRole("main").locator("tbody tr");
  const texts = await rows.evaluateAll((all) =>
    all.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent ?? "")),
  );
  return texts;
}

describe("a list that is handed over", { timeout: 90_000 }, () => {
  it("opens wherever in the window it is dropped", async () => {
    const { page, complaints } = await visit(browser);
    const list = file("members.csv");
    await openScreen(page, "Settings");
    await holdOver(page, [list]);
    await page.getByText("Let go to open the list").waitFor();
    await inspectOpen(page, "drop-over");
    await dropFiles(page, [list]);
    await atStep(page, "file");
    await page.getByText("Let go to open the list").waitFor({ state: "detached" });
    expect(await firstRows(page)).toContainEqual(["000501", "Ana"]);
    expect(complaints).toEqual([]);
  });

  it("is answered with what to do where it is no list, several at once, or a folder", async () => {
    const { page, complaints } = await visit(browser);
    await openScreen(page, "History");
    await dropFiles(page, [file("a.csv"), file("b.csv")]);
    await page.getByRole("alert").getByText("2 files were dropped at once").waitFor();
    await inspectOpen(page, "drop-several");
    const folder = join(tempDir(), "March lists");
    mkdirSync(folder);
    await dropFiles(page, [folder]);
    await page.getByText('"March lists" is a folder. Choose a file inside it.').waitFor();
    await dropFiles(page, [file("photo.png", Buffer.from([0x89, 0x50, 0x4e, 0x47]))]);
    await page.getByText('"photo.png" is not a spreadsheet').waitFor();
    await dropFiles(page, [file("letter.pdf", "%PDF-1.7\n%âãÏÓ\n1 0 obj\n")]);
    await page.getByText('"letter.pdf" is').waitFor();
    await inspectOpen(page, "drop-no-list");
    expect(await page.getByText("Continue an import").count()).toBe(0);
    await dropFiles(page, [file("members.csv")]);
    await atStep(page, "file");
    expect(complaints).toEqual([]);
  });

  it.each([
    ["Excel", EXCEL, 'Ana "Nita"', '"Bar" Ben'],
    ["LibreOffice", CALC, "Ana", "Ben"],
    ["a program that copies text only", { "text/plain": CALC["text/plain"] }, "Ana", "Ben"],
  ] as const)("opens when cells copied in %s are pasted", async (_name, copied, ana, ben) => {
    const { page, complaints } = await visit(browser);
    await openScreen(page, "Queue");
    await paste(page, copied);
    await atStep(page, "file");
    const rows = await firstRows(page);
    expect(rows.slice(0, 3)).toEqual([
      ["Customer code", "First name", "Street"],
      ["000501", ana, "12 High Street\nFlat 2"],
      ["000502", ben, ""],
    ]);
    await goOn(page, "columns");
    await page.getByText("Pasted table.tsv").first().waitFor();
    expect(complaints).toEqual([]);
  });

  it("is not taken for one where text is pasted into a field or a cell of the review", async () => {
    const { page, complaints } = await visit(browser);
    await openScreen(page, "History");
    await page.getByRole("tab", { name: "Customer" }).click();
    await page.getByRole("searchbox").first().focus();
    await paste(page, EXCEL);
    await toReview(page, { name: "members.csv", text: LIST }, /Practice/);
    await page.getByRole("grid").focus();
    await paste(page, EXCEL);
    await settled(page);
    await atStep(page, "review");
    expect(complaints).toEqual([]);
  });
});
