import { describe, expect, onTestFinished, test } from "vitest";
import { speak } from "../../main/common/text.ts";
import type { PracticeCampaign } from "../../main/practice/account.ts";
import { ask, practiceServer, refused } from "../helpers/practice.ts";

describe("account_info", () => {
  test("names the account", async () => {
    const server = await practiceServer();
    expect(await ask(server, { type: "account_info" })).toEqual({
      status: "success",
      account: { account_id: server.credentials.accountId, biz_name: "Practice Store" },
    });
  });
});

describe("campaigns_list", () => {
  test("lists campaigns of every type with ids of 16 digits as texts", async () => {
    const server = await practiceServer();
    const reply = await ask(server, { type: "campaigns_list" });
    expect(reply).toMatchObject({
      status: "success",
      account_name: "Practice Store",
      pagination: { total: "5", offset: "0" },
    });
    const { campaigns } = reply as { campaigns: readonly Record<string, string>[] };
    expect(campaigns.map((each) => each.type).toSorted()).toEqual([
      "buyx",
      "dollars",
      "events",
      "giftcard",
      "points",
    ]);
    for (const campaign of campaigns) {
      expect(campaign).toEqual({
        id: expect.stringMatching(/^\d{16}$/),
        name: expect.stringMatching(/./),
        type: expect.any(String),
        currency: expect.any(String),
        created_stamp: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
      });
    }
  });

  test("names its own campaigns in the person's language, and others as they are", async () => {
    onTestFinished(() => speak("en"));
    const own = await practiceServer();
    const other = await practiceServer({ campaigns: [campaign(0)] });
    const names = async (server: typeof own) => {
      const reply = await ask(server, { type: "campaigns_list" });
      return (reply as { campaigns: readonly { name: string }[] }).campaigns.map((e) => e.name);
    };
    await speak("de");
    const german = await names(own);
    expect(german).toContain("Punkte für jeden Einkauf");
    expect(await names(other)).toEqual(["Campaign 0"]);
    await speak("en");
    const english = await names(own);
    expect(english).toContain("Points for every purchase");
    expect(german.filter((name) => english.includes(name))).toEqual([]);
  });

  test("gives pages by offset and length, never more than 100 at once", async () => {
    const campaigns = Array.from({ length: 230 }, (_, index) => campaign(index));
    const server = await practiceServer({ campaigns });
    const page = async (offset: string, length: string) => {
      const reply = await ask(server, { type: "campaigns_list", offset, length });
      expect(reply).toMatchObject({ pagination: { total: "230", offset: offset || "0" } });
      return (reply as { campaigns: readonly { name: string }[] }).campaigns.map((e) => e.name);
    };
    expect(await page("", "3")).toEqual(["Campaign 0", "Campaign 1", "Campaign 2"]);
    expect(await page("228", "3")).toEqual(["Campaign 228", "Campaign 229"]);
    expect(await page("500", "3")).toEqual([]);
    expect(await page("100", "1000")).toHaveLength(100);
  });

  test("refuses an offset or a length that is no number", async () => {
    const server = await practiceServer();
    expect(await ask(server, { type: "campaigns_list", offset: "-1" })).toEqual(
      refused("Parameter offset must be a whole number from 0 to 999999999"),
    );
    expect(await ask(server, { type: "campaigns_list", length: "0" })).toEqual(
      refused("Parameter length must be a whole number from 1 to 999999999"),
    );
  });
});

describe("manage_fields", () => {
  test("lists the added fields with their labels", async () => {
    const server = await practiceServer();
    expect(await ask(server, { type: "manage_fields", action: "list" })).toEqual({
      status: "success",
      fields: [
        { name: "custom_field_1", label: "Favourite product" },
        { name: "custom_field_2", label: "Shoe size" },
        { name: "custom_field_3", label: "Preferred store" },
      ],
    });
  });

  test("names its own fields in the person's language", async () => {
    onTestFinished(() => speak("en"));
    const server = await practiceServer();
    await speak("pl");
    expect(await ask(server, { type: "manage_fields", action: "list" })).toMatchObject({
      fields: [
        { label: "Ulubiony produkt" },
        { label: "Rozmiar buta" },
        { label: "Ulubiony sklep" },
      ],
    });
  });

  test("knows no other action", async () => {
    const server = await practiceServer();
    expect(await ask(server, { type: "manage_fields" })).toEqual(
      refused("Missing parameter: action"),
    );
    expect(await ask(server, { type: "manage_fields", action: "remove" })).toEqual(
      refused("Parameter action must be list"),
    );
  });
});

function campaign(index: number): PracticeCampaign {
  return {
    id: String(index).padStart(16, "0"),
    name: `Campaign ${index}`,
    type: "points",
    currency: "",
    createdStamp: "2020-01-01 00:00:00",
  };
}
