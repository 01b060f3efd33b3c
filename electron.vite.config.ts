import { readFileSync } from "node:fs";
import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";
import { chunkGroups } from "./build/chunk-groups.ts";
import { oneByte } from "./build/one-byte.ts";
import { shippedLicences } from "./build/shipped-licences.ts";
import { themeVariables } from "./build/theme-variables.ts";
import { ENTRIES } from "./main/common/host/entries.ts";
import { NONCE_PLACEHOLDER } from "./main/hosts/window/page-security.ts";
import { buildLexicon } from "./main/pipeline/mapping/headers/lexicon.ts";
import { packLexicon } from "./main/pipeline/mapping/headers/packed-lexicon.ts";

/** Programs that run in a process of their own are built like the program itself. */
const processes = Object.fromEntries(ENTRIES.map((entry) => [entry, `main/entries/${entry}.ts`]));

const SAMPLE = "customers-sample.xlsx";

/** The sample list lies beside the built program. */
const sample = {
  name: "sample-list",
  generateBundle(this: { emitFile(file: object): string }) {
    const source = readFileSync(`main/practice/sample/${SAMPLE}`);
    this.emitFile({ type: "asset", fileName: SAMPLE, source });
  },
};

/** Read as JSON at run time: as an object of a script it takes several times as long. */
function asJson(name: string, json: string) {
  return {
    code: `export ${name} JSON.parse(${JSON.stringify(json)});`,
    moduleType: "js" as const,
    map: null,
  };
}

const texts = {
  name: "texts",
  enforce: "pre" as const,
  transform: {
    filter: { id: /[\\/]messages[\\/].*\.json$/ },
    handler: (code: string) => asJson("default", JSON.stringify(JSON.parse(code))),
  },
};

/** Thousands of header words are taken apart here, once, and not at each first look at a list. */
const headerWords = {
  name: "header-words",
  transform: {
    filter: { id: /[\\/]compiled-lexicon\.ts$/ },
    handler: () => asJson("const compiled = () =>", JSON.stringify(packLexicon(buildLexicon()))),
  },
};

/** What the lexicon was made of. */
const noDictionaries = {
  name: "no-dictionaries",
  transform: {
    filter: { id: /[\\/]mapping[\\/]headers[\\/]dictionaries\.ts$/ },
    handler: () => ({
      code: "export const [languages, dictionaries] = [[], []];",
      moduleType: "js" as const,
      map: null,
    }),
  },
};

/** Worked out here, once, and not by each page before it draws. */
const themeSheet = {
  name: "theme-sheet",
  enforce: "pre" as const,
  transform: {
    filter: { id: /[\\/]theme-variables\.css$/ },
    handler: () => themeVariables(),
  },
};

/** The component library writes these at run time; here the build does (`theme-variables.css`), or nobody. */
const noWrittenStyles = {
  name: "no-written-styles",
  transform: {
    filter: { id: /[\\/]MantineProvider[\\/](?:MantineCssVariables|MantineClasses)[\\/]\w+\.mjs$/ },
    handler: (_code: string, id: string) => {
      const name = /(MantineCssVariables|MantineClasses)\.mjs$/.exec(id)?.[1];
      if (name === undefined) return null;
      return { code: `export const ${name} = () => null;`, moduleType: "js" as const, map: null };
    },
  },
};

/** What the window and the installed command line need of Electron, in one file as well. */
const FIRST_OF_ELECTRON =
  /[\\/]main[\\/]hosts[\\/]electron[\\/](?:end[\\/]uncaught|page[\\/]page-address|start[\\/](?:chromium-folders|fail-in-window|own-words|paths)|system[\\/](?:network|store-key|utility-fork))\.ts$/;

/** What threads say errors with, too. */
const SAID = [
  /[\\/]node_modules[\\/]i18next[\\/]/,
  /[\\/]preload[\\/](?:assert-never|languages|messages[\\/](?:index|en|en[\\/].*)|lists[\\/]shown-header)\.(?:ts|json)$/,
  /[\\/]main[\\/]common[\\/](?:errors|printable|text|sqlite[\\/]statement)\.ts$/,
];

/** Where things lie, which all ask for. */
const PLACES = /[\\/]main[\\/]common[\\/]host[\\/](?:data-dir|entries)\.ts$/;

/** What the command line starts its reading thread with, before anything else. */
const START =
  /[\\/]main[\\/](?:common[\\/]host[\\/]own-thread|hosts[\\/]node[\\/]keep-compiled|pipeline[\\/]staging[\\/]thread[\\/]thread-ahead)\.ts$/;

/**
 * What every process reads before anything else, in one file: each file more costs the start of
 * Electron a millisecond. All of it runs under plain Node as well.
 */
const FIRST = [
  /[\\/]preload[\\/](?:channels|connection-settings|types[\\/]app|lists[\\/]list-files)\.(?:ts|json)$/,
  /[\\/]main[\\/]common[\\/](?:log|host[\\/](?:faults|relay|small-environment)|sqlite[\\/]database-error)\.ts$/,
  /[\\/]main[\\/]cli[\\/](?:start-words|words[\\/](?:commands|global-options|nearest|parse))\.ts$/,
  /[\\/]main[\\/]hosts[\\/](?:node[\\/]end-on-signals|window[\\/](?:kept-settings|open-files|opening-settings|page-security|start-options|window-calls|window-files))\.ts$/,
  /[\\/]main[\\/]records[\\/]settings\.ts$/,
  /[\\/]main[\\/]pipeline[\\/]sources[\\/]sheetjs[\\/]sheetjs-fork\.ts$/,
];

/** Kilobytes. Nothing is fetched over a line: a chunk is read from the disk or from the archive. */
const LARGE_CHUNK = 1024;

export default defineConfig({
  main: {
    plugins: [sample, texts, headerWords, noDictionaries, shippedLicences(), oneByte],
    build: {
      outDir: "out/main",
      // The oldest engine that runs the program: syntax that is newer is written in its words.
      target: "node22.12",
      chunkSizeWarningLimit: LARGE_CHUNK,
      // Everything is built in but better-sqlite3, whose binary has to be a file of its own.
      externalizeDeps: true,
      rollupOptions: {
        input: {
          index: "main/entries/electron.ts",
          cli: "main/entries/cli.ts",
          browser: "main/entries/browser.ts",
          ...processes,
        },
        output: {
          // All that stands in a script is read at each start.
          comments: false,
          codeSplitting: {
            groups: [
              { name: "places", test: PLACES, priority: 13 },
              { name: "start", test: START, priority: 12 },
              {
                name: "said",
                priority: 11,
                test: (id: string) => SAID.some((each) => each.test(id)),
              },
              {
                name: "first",
                priority: 10,
                test: (id: string) => FIRST.some((each) => each.test(id)),
              },
              { name: "first-of-electron", test: FIRST_OF_ELECTRON, priority: 9 },
              ...chunkGroups(),
            ],
          },
        },
      },
    },
  },
  preload: {
    build: {
      outDir: "out/preload",
      // A sandboxed preload script can load nothing: it has to be one file.
      externalizeDeps: false,
      rollupOptions: {
        input: { index: "preload/index.ts" },
        output: { format: "cjs", entryFileNames: "[name].cjs" },
      },
    },
  },
  renderer: {
    root: "renderer",
    html: { cspNonce: NONCE_PLACEHOLDER },
    build: {
      outDir: "out/renderer",
      chunkSizeWarningLimit: LARGE_CHUNK,
      // The policy allows no data: scripts and the page needs no polyfill for its own modules.
      modulePreload: { polyfill: false },
      minify: true,
      rollupOptions: {
        input: "renderer/index.html",
        // What the first screen needs comes in one file; each other screen's when it is opened.
        output: { codeSplitting: { groups: [{ name: "window", tags: ["$initial"] }] } },
      },
    },
    plugins: [themeSheet, noWrittenStyles, texts, react(), shippedLicences(), oneByte],
  },
});
