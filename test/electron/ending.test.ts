import { expect, it } from "vitest";
import { inElectron, startProgram } from "./program.ts";

inElectron("the end of the real program", () => {
  it("is in order when it is quit", async () => {
    const program = await startProgram();
    expect(await program.quit()).toBe(0);
    expect(program.complaints).toEqual([]);
    expect(program.stderr()).toBe("");
  });
});
