import { describe, expect, it, onTestFinished, vi } from "vitest";
import { chooseFormats } from "../../preload/lists/format-locales.ts";
import { i18n, speak } from "../../renderer/i18n.ts";
import { createFormat } from "../../renderer/kit/text/use-format.ts";

const NOW = Date.UTC(2026, 2, 5, 12);
const MINUTE = 60_000;

describe("numbers and times", () => {
  it("are written as the person's language writes them", () => {
    expect(createFormat("en").number(1_234_567)).toBe("1,234,567");
    expect(createFormat("es").number(1_234_567)).toBe("1.234.567");
  });

  it("are written as another country writes them where the person chose that, words apart", () => {
    const format = createFormat("en", "de-DE");
    expect(format.number(1_234_567.5)).toBe("1.234.567,5");
    expect(format.date(NOW)).toBe("05.03.2026");
    expect(format.moment(NOW - 40_000, NOW)).toBe("just now");
    expect(format.moment(NOW - 2 * MINUTE, NOW)).toBe("2 minutes ago");
  });

  it("follow the system where it speaks the window's language, or the person's choice", () => {
    expect(chooseFormats("system", "en", "en-GB")).toBe("en-GB");
    expect(chooseFormats("system", "es", "en-GB")).toBe("es");
    expect(chooseFormats("de-DE", "en", "en-GB")).toBe("de-DE");
  });

  it("are written so within sentences too", async () => {
    vi.stubGlobal("document", { documentElement: {} });
    onTestFinished(() => {
      vi.unstubAllGlobals();
    });
    await speak("en", "de-DE");
    expect(i18n.t("common:batches", { count: 12_345 })).toBe("12.345 batches");
    await speak("es", "en-US");
    expect(i18n.t("common:batches", { count: 12_345 })).toBe("12,345 lotes");
    await speak("en", "en");
  });

  it("are relative near now and a date further away", () => {
    const format = createFormat("en");
    expect(format.moment(NOW - 2 * MINUTE, NOW)).toBe("2 minutes ago");
    expect(format.moment(NOW - 26 * 60 * MINUTE, NOW)).toBe("yesterday");
    expect(format.moment(NOW - 40 * 24 * 60 * MINUTE, NOW)).toBe("Jan 24, 2026");
  });

  it("say a length of time in one unit", () => {
    const format = createFormat("es");
    expect(format.duration(0.2)).toBe("1 segundo");
    expect(format.duration(150)).toBe("3 minutos");
    expect(format.duration(5400)).toBe("1,5 horas");
  });

  it("say a size in the unit that fits it", () => {
    const format = createFormat("en");
    expect([0, 512, 40_960, 1_440_000, 3_200_000_000].map(format.bytes)).toEqual([
      "0 byte",
      "512 byte",
      "41 kB",
      "1.4 MB",
      "3.2 GB",
    ]);
  });
});
