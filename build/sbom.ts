import { readFileSync } from "node:fs";
import type { Licence } from "../preload/types.ts";

/** A part of what ships, as CycloneDX 1.6 tells it (https://cyclonedx.org/docs/1.6/json/). */
interface Component {
  readonly type: "library" | "framework" | "application";
  readonly "bom-ref": string;
  readonly name: string;
  readonly version: string;
  readonly purl?: string;
  readonly licenses: readonly [{ readonly expression: string }];
  readonly hashes?: readonly [{ readonly alg: "SHA-512"; readonly content: string }];
}

interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      { readonly name?: string; readonly version?: string; readonly integrity?: string }
    >
  >;
}

const PROGRAM = "loyalty-importer";

/**
 * What ships, as a software bill of materials: every package whose code is in the build, and what
 * such packages have compiled in. Chromium's parts are named in the file that Electron brings.
 * @param licences of main process and window, as their builds have written them
 * @param lock the text of package-lock.json, for the sums of what was fetched
 */
export function sbom(licences: readonly Licence[], lock: string): object {
  const sums = sumsOf(JSON.parse(lock) as Lock);
  const found = new Map(licences.map((one) => [`${one.name}@${one.version}`, one]));
  const components = [...found.values()].map((one) => component(one, sums));
  const program = components.find(({ name }) => name === PROGRAM);
  if (program === undefined) throw new Error("The build names no version of the program itself.");
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: { component: { ...program, type: "application" } },
    components: components.filter((one) => one !== program),
  };
}

/** `licences.json` of both builds. */
export function readShipped(folder: string): readonly Licence[] {
  return ["main", "renderer"].flatMap(
    (part) => JSON.parse(readFileSync(`${folder}/${part}/licences.json`, "utf8")) as Licence[],
  );
}

function component(
  { name, version, licence }: Licence,
  sums: ReadonlyMap<string, string>,
): Component {
  const reference = `${name}@${version}`;
  const sum = sums.get(reference);
  return {
    type: name === "electron" ? "framework" : "library",
    "bom-ref": reference,
    ...{ name, version, licenses: [{ expression: licence }] },
    ...(sum === undefined
      ? {}
      : {
          purl: `pkg:npm/${name.replace("@", "%40")}@${version}`,
          hashes: [{ alg: "SHA-512", content: sum }],
        }),
  };
}

/** The SHA-512 of each package's archive in hexadecimal, by name and version. */
function sumsOf({ packages }: Lock): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(packages).flatMap(([path, { name: alias, version, integrity = "" }]) => {
      const name = alias ?? path.split("node_modules/").at(-1) ?? "";
      const [kind, sum = ""] = integrity.split("sha512-");
      if (kind !== "" || sum === "") return [];
      return [[`${name}@${version}`, Buffer.from(sum, "base64").toString("hex")] as const];
    }),
  );
}
