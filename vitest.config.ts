import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // The real module fetches Electron's program when it is imported.
    alias: {
      electron: fileURLToPath(new URL("./test/hosts/electron/stand-in.ts", import.meta.url)),
    },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
