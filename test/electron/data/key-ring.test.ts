import { expect, it } from "vitest";
import { POINTS, practiceServer } from "../../helpers/practice.ts";
import { openScreen } from "../../window/browser/visit.ts";
import { addConnection } from "../../window/browser/wizard.ts";
import { hasKeyRing, KEY_RING_PROGRAM, startKeyRing } from "../program/key-ring.ts";
import { run } from "../program/person.ts";
import { inElectron, startProgram } from "../program/program.ts";

inElectron.onLinux("an API key in the real program", () => {
  it("without a key ring is kept only after a person has agreed, once", async () => {
    const server = await practiceServer();
    const first = await startProgram();
    const { page } = first;
    await openScreen(page, "Connections");
    await page.getByText("API keys are encrypted only weakly").waitFor();
    const agreed = page.getByRole("button", { name: "Keep it this way" }).click();
    await Promise.all([addConnection(page, "Corner shop", server, POINTS), agreed]);
    await addConnection(page, "Market", server, POINTS);
    expect(await first.quit()).toBe(0);

    const tested = await run(["profile", "test", "Corner shop", "--data-dir", first.dataDir]);
    expect(tested).toMatchObject({ status: 0 });
  });

  const title = "is kept by the key ring, is shut with it, and opens with it again";
  it.skipIf(!hasKeyRing())(
    hasKeyRing() ? title : `${title} (skipped: there is no ${KEY_RING_PROGRAM})`,
    async () => {
      const server = await practiceServer();
      const ring = await startKeyRing();
      await ring.unlock();
      const first = await startProgram({ env: ring.env });
      const { page, dataDir } = first;
      await openScreen(page, "Connections");
      await page.getByText("encrypted with the key store of this system").waitFor();
      // No question is asked.
      await addConnection(page, "Corner shop", server, POINTS);
      expect(await first.quit()).toBe(0);

      const test = ["profile", "test", "Corner shop", "--data-dir", dataDir];
      expect(await run(test, ring.env)).toMatchObject({ status: 0 });
      const before = server.requests();
      await ring.lock();
      const shut = await run(test, ring.env);
      expect(shut.status).toBe(1);
      expect(shut.stderr).toMatch(/^The system's key store is not available/);
      // Another account's ring, or none, opens it no more than a locked one.
      expect((await run(test)).status).toBe(1);
      expect(server.requests()).toBe(before);

      await ring.unlock();
      expect(await run(test, ring.env)).toMatchObject({ status: 0 });
      const again = await startProgram({ dataDir, env: ring.env });
      await openScreen(again.page, "Connections");
      await again.page.getByRole("link", { name: "Corner shop", exact: true }).waitFor();
      expect(again.complaints).toEqual([]);
    },
  );
});
