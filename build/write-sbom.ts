import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { readShipped, sbom } from "./sbom.ts";

/** `npm run sbom`: writes what ships, after a build, beside the installers. */
const { name, version } = JSON.parse(readFileSync("package.json", "utf8")) as {
  readonly name: string;
  readonly version: string;
};
const bill = sbom(readShipped("out"), readFileSync("package-lock.json", "utf8"));
mkdirSync("dist", { recursive: true });
writeFileSync(`dist/${name}-${version}-sbom.cdx.json`, `${JSON.stringify(bill, null, 1)}\n`);
