import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import type { PracticeServer, PracticeServerOptions } from "../../main/practice/server.ts";
import { settled } from "../window/browser/visit.ts";
import type { Found, Looks } from "./looks.ts";

/** Where a person sits: the program in a browser or in Electron, on data of its own. */
export interface Seat {
  readonly page: Page;
  /** Chooses a file by the system's dialog. */
  chooseFile(path: string): Promise<void>;
  /** Does what saves a file; answers where it lies. */
  save(act: () => Promise<void>): Promise<string>;
  /** A folder that the program may read. */
  readonly folder: string;
  /** A platform of its own, gone when the walk is over. */
  platform(options?: Partial<PracticeServerOptions>): Promise<PracticeServer>;
  /** The power goes off and on again. */
  restart(): Promise<Page>;
}

/**
 * Somebody who walks through the window. Counts presses and the time they take; what is looked at
 * on the way (`screen`) takes no time. Whatever is wrong on the way is kept.
 */
export class Person {
  page: Page;
  readonly #seat: Seat;
  readonly #looks: Looks;
  readonly #began = performance.now();
  #paused = 0;
  clicks = 0;
  keys = 0;
  screens = 0;

  constructor(seat: Seat, looks: Looks) {
    this.#seat = seat;
    this.#looks = looks;
    this.page = seat.page;
  }

  get seconds(): number {
    return (performance.now() - this.#began - this.#paused) / 1000;
  }

  get found(): Found {
    return this.#looks.found;
  }

  get folder(): string {
    return this.#seat.folder;
  }

  platform(options?: Partial<PracticeServerOptions>): Promise<PracticeServer> {
    return this.#seat.platform(options);
  }

  /** @param target a button by its name, or anything else */
  async click(target: Locator | string | RegExp): Promise<void> {
    const isName = typeof target === "string" || target instanceof RegExp;
    await (isName ? this.button(target) : target).click();
    this.clicks += 1;
  }

  async press(key: string, times = 1): Promise<void> {
    for (let at = 0; at < times; at++) await this.page.keyboard.press(key);
    this.keys += times;
  }

  /** Typed where the keyboard is. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    this.keys += text.length;
  }

  /** A click into a box, and its text. */
  async fill(box: Locator, text: string): Promise<void> {
    await this.click(box);
    await box.fill(text);
    this.keys += text.length;
  }

  async choose(label: string | RegExp, option: string | RegExp): Promise<void> {
    await this.click(this.page.getByRole("combobox", { name: label }).first());
    await this.click(this.page.getByRole("option", { name: option }).first());
  }

  async chooseFile(name: string): Promise<void> {
    await this.#seat.chooseFile(join(this.folder, name));
    // The button, and the file in the dialog.
    this.clicks += 2;
  }

  save(act: () => Promise<void>): Promise<string> {
    return this.#seat.save(act);
  }

  button(name: string | RegExp): Locator {
    const exact = typeof name === "string";
    return this.page.getByRole("button", { name, exact }).first();
  }

  tab(name: string): Locator {
    return this.page.getByRole("tab", { name }).first();
  }

  async openScreen(name: string): Promise<void> {
    const bar = this.page.getByRole("navigation", { name: "Screens" });
    await this.click(bar.getByRole("link", { name }));
    await settled(this.page);
  }

  /** Waits for a page of that address, and for all that it shows. */
  async at(address: RegExp): Promise<void> {
    await this.page.waitForURL(address);
    await settled(this.page);
  }

  async heading(name: string | RegExp): Promise<void> {
    await this.page.getByRole("heading", { level: 1, name }).first().waitFor();
    await settled(this.page);
  }

  async dialog(): Promise<Locator> {
    const dialog = this.page.getByRole("dialog").last();
    await dialog.waitFor();
    return dialog;
  }

  async restart(): Promise<void> {
    this.page = await this.#seat.restart();
  }

  /** Looks at what is shown, in both sizes, colours and languages. */
  async screen(name: string): Promise<void> {
    await this.#stand(() => this.#looks.all(this.page, name));
  }

  /** The same of what is open only as long as nobody touches the window: in one language. */
  async open(name: string): Promise<void> {
    await this.#stand(() => this.#looks.open(this.page, name));
  }

  async #stand(look: () => Promise<void>): Promise<void> {
    const began = performance.now();
    await look();
    this.screens += 1;
    this.#paused += performance.now() - began;
  }
}
