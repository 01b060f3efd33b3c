import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** How many files run at once; `npm test` says so where others run beside them. */
const maxWorkers = Number(process.env.TEST_WORKERS ?? 2);
/** Tests of processes that are started by words, by far the most of them the command line. */
const WORDS = ["cli", "crash", "windows"].map((name) => `test/${name}/**`);
/** Tests that change what a whole process has: modules of Electron and Node, its network's settings. */
const APART = ["hosts/electron", "pipeline/api", "features/support"].map((at) => `test/${at}/**`);

/** The product's own modules find the built programs; the tests of that module see it as it is. */
const builtEntries = {
  name: "built-entries",
  enforce: "pre" as const,
  resolveId: (id: string, importer = "") =>
    id.endsWith("/entries.ts") &&
    /[/\\]main[/\\](common|features|hosts|pipeline)[/\\]/.test(importer)
      ? here("./test/helpers/built-entries.ts")
      : undefined,
};

export default defineConfig({
  plugins: [builtEntries],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "product",
          include: ["test/**/*.test.ts"],
          exclude: ["test/electron/**", "test/window/**", ...WORDS, ...APART],
          // To load the program anew for each file takes longer than most files.
          isolate: false,
          setupFiles: "./test/helpers/fresh-file.ts",
          maxWorkers,
        },
      },
      {
        extends: true,
        test: {
          name: "apart",
          include: APART.map((folder) => `${folder}/*.test.ts`),
          maxWorkers,
        },
      },
      {
        extends: true,
        test: {
          name: "window",
          include: ["test/window/**/*.test.ts"],
          // The program that they look at is another process: a worker, what it has loaded, and its
          // browser serve all of them.
          isolate: false,
          maxWorkers,
        },
      },
      {
        extends: true,
        test: {
          name: "words",
          include: WORDS.map((folder) => `${folder}/*.test.ts`),
          maxWorkers,
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
    alias: { electron: here("./test/hosts/electron/stand-in/index.ts") },
    testTimeout: 30_000,
    // Browsers and processes on a busy machine miss a moment now and then; what fails twice is a
    // fault. The report names what was tried again.
    retry: 1,
    hookTimeout: 60_000,
    // What is waited for comes at once, or late on a busy machine.
    expect: { poll: { timeout: 10_000, interval: 25 } },
  },
});
