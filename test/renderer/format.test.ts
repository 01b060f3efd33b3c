import { describe, expect, it } from "vitest";
import { createFormat } from "../../renderer/kit/use-format.ts";

const NOW = Date.UTC(2026, 2, 5, 12);
const MINUTE = 60_000;

describe("numbers and times", () => {
  it("are written as the person's language writes them", () => {
    expect(createFormat("en").number(1_234_567)).toBe("1,234,567");
    expect(createFormat("es").number(1_234_567)).toBe("1.234.567");
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
