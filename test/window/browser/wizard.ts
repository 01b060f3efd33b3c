import type { Page } from "playwright-core";
import type { Reachable } from "../../helpers/practice.ts";
import { openScreen, settled } from "./visit.ts";

/** The question of each step, which is its title. */
export const QUESTIONS = {
  start: "Which list do you want to import?",
  file: "Which row holds the column names?",
  columns: "Where does each column go?",
  options: "What shall happen with the customers?",
  review: "Is everything right?",
} as const;

type Step = keyof typeof QUESTIONS;

/** Waits for a step's question; what it shows is there then. */
export async function atStep(page: Page, step: Step): Promise<void> {
  await page.getByRole("heading", { level: 1, name: QUESTIONS[step] }).waitFor();
  await settled(page);
  if (step === "review") await page.getByRole("grid").waitFor();
}

/** Chooses a list of the given text in the file dialog. */
export async function openList(page: Page, name: string, text: string | Buffer): Promise<void> {
  const [dialog] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Choose a file" }).click(),
  ]);
  await dialog.setFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  await atStep(page, "file");
}

/** Presses Continue and waits for the next step. */
export async function goOn(page: Page, next: Step): Promise<void> {
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await atStep(page, next);
}

/** Chooses among what a select offers. */
export async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  await page.getByRole("combobox", { name: label }).click();
  await page.getByRole("option", { name: option }).click();
}

/** Adds a connection under Connections and comes back to its list. */
export async function addConnection(
  page: Page,
  name: string,
  { url, credentials }: Reachable,
  campaign: string,
): Promise<void> {
  await openScreen(page, "Connections");
  await page.getByRole("button", { name: "Add a connection" }).click();
  await fillConnection(page, name, { url, credentials });
  await page.getByRole("combobox", { name: "Campaigns" }).fill(campaign);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("link", { name, exact: true }).waitFor();
}

/** Fills the form of a new connection. */
export async function fillConnection(
  page: Page,
  name: string,
  { url, credentials }: Reachable,
): Promise<void> {
  await page.getByRole("heading", { level: 1, name: "New connection" }).waitFor();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  await page.getByRole("textbox", { name: "Address of the API" }).fill(url);
  await page.getByRole("textbox", { name: "User id" }).fill(credentials.userId);
  await page.getByRole("textbox", { name: "Account id" }).fill(credentials.accountId);
  await page.getByLabel("API key", { exact: true }).fill(credentials.apiKey);
}

/** From the start page to the review of a list, sent to the connection of that name. */
export async function toReview(page: Page, list: List, connection: string | RegExp): Promise<void> {
  await page
    .getByRole("navigation", { name: "Screens" })
    .getByRole("link", { name: "Import" })
    .click();
  await atStep(page, "start");
  await openList(page, list.name, list.text);
  await goOn(page, "columns");
  await goOn(page, "options");
  await choose(page, "Connection", connection);
  await goOn(page, "review");
}

export interface List {
  readonly name: string;
  readonly text: string;
}
