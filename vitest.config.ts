import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "product",
          include: ["test/**/*.test.ts"],
          exclude: ["test/electron/**"],
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: "electron",
          include: ["test/electron/**/*.test.ts"],
          globalSetup: "./test/electron/setup.ts",
          // Each test starts a whole program, some several times.
          testTimeout: 90_000,
          // Windows share one screen and one focus.
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
    // The real module fetches Electron's program when it is imported.
    alias: {
      electron: fileURLToPath(new URL("./test/hosts/electron/stand-in.ts", import.meta.url)),
    },
    testTimeout: 30_000,
    // Browsers and processes on a busy machine miss a moment now and then; what fails twice is a
    // fault. The report names what was tried again.
    retry: 1,
    hookTimeout: 60_000,
  },
});
