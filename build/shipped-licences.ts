import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Plugin } from "vite";
import type { Licence } from "../preload/types.ts";
import { compiledIn } from "./compiled-in.ts";
import { standardText } from "./standard-licences.ts";

const LICENCE_FILE = /^(licen[cs]e|copying)/i;

/**
 * Writes `licences.json` beside a build: every package whose code is in it or that it loads at run
 * time, as the module graph says, with the words of its licence file; what such packages have
 * compiled in; and the program itself.
 */
export function shippedLicences(): Plugin {
  return {
    name: "shipped-licences",
    generateBundle(_options, bundle) {
      const folders = new Set([resolve(".")]);
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk") continue;
        for (const id of chunk.moduleIds) add(packageOf(id));
        for (const name of [...chunk.imports, ...chunk.dynamicImports]) add(externalPackage(name));
      }
      function add(folder: string | null): void {
        if (folder !== null) folders.add(folder);
      }
      const packages = [...folders].map(readLicence);
      const found = [...packages, ...compiledIn(packages)].sort((a, b) =>
        a.name < b.name ? -1 : 1,
      );
      this.emitFile({
        type: "asset",
        fileName: "licences.json",
        source: JSON.stringify(found, null, 1),
      });
    },
  };
}

/** The folder of the package that a module lies in, or null for our own and virtual ones. */
function packageOf(id: string): string | null {
  const path = id.replaceAll("\\", "/").replace(/^\0/, "").split("?")[0] ?? "";
  const name = /^.*\/node_modules\/(@[^/]+\/[^/]+|[^/@][^/]*)/.exec(path);
  return name === null || !existsSync(join(name[0], "package.json")) ? null : name[0];
}

function externalPackage(name: string): string | null {
  if (/^[./]|^node:/.test(name)) return null;
  const folder = resolve("node_modules", name);
  return existsSync(join(folder, "package.json")) ? folder : null;
}

function readLicence(folder: string): Licence {
  const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    readonly name: string;
    readonly version: string;
    readonly license?: string;
    readonly author?: string | { readonly name: string };
  };
  const file = readdirSync(folder).find((name) => LICENCE_FILE.test(name));
  return {
    name: about.name,
    version: about.version,
    licence: about.license ?? "",
    text:
      file === undefined
        ? standardText(about.license ?? "", authorOf(about.author))
        : readFileSync(join(folder, file), "utf8").trim(),
  };
}

function authorOf(author: string | { readonly name: string } | undefined): string {
  return typeof author === "object" ? author.name : (author ?? "the authors");
}
