import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What stands in, in an older Electron, for what its Node does not export: `$` is the module. */
const FILLINGS: Readonly<Record<string, string>> = {
  "node:zlib zstdCompressSync": "(bytes) => $.deflateRawSync(bytes)",
  "node:zlib zstdDecompressSync": "(bytes, options) => $.inflateRawSync(bytes, options)",
  "node:module enableCompileCache": "() => ({})",
  "node:tls getCACertificates": "() => $.rootCertificates",
  // There, what is marked so is copied where it stands among what is to be transferred.
  "node:worker_threads isMarkedAsUntransferable": "() => false",
};

/** The asynchronous calls of the key store, over the ones that were there before. */
export const SAFE_STORAGE = `import { safeStorage } from "electron";
if (safeStorage.isAsyncEncryptionAvailable === undefined) {
  const mark = (bytes) => bytes.subarray(0, 3).toString("latin1");
  Object.assign(safeStorage, {
    isAsyncEncryptionAvailable: async () => safeStorage.isEncryptionAvailable(),
    encryptStringAsync: async (text) => safeStorage.encryptString(text),
    decryptStringAsync: async (bytes) => ({
      result: safeStorage.decryptString(bytes),
      shouldReEncrypt: mark(bytes) !== mark(safeStorage.encryptString("x")),
    }),
  });
}
`;

const IMPORT = /import \{([^}]*)\} from "(node:[a-z_/]+)";/g;

interface Versions {
  readonly electron: string;
  readonly napi: number;
}

export function askElectron(program: string): Versions {
  const { electron, napi } = runAsNode(program, "process.versions") as Record<string, string>;
  return { electron: String(electron), napi: Number(napi) };
}

/**
 * Changes the built files where they import from Node what the program's own does not export.
 * @throws Error where nothing is known that could stand in
 */
export function fillIn(folder: string, program: string): void {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".js"))
    .map((name) => ({ path: join(folder, name), text: readFileSync(join(folder, name), "utf8") }));
  const wanted = new Map<string, Set<string>>();
  for (const { text } of files) {
    for (const [, names = "", from = ""] of text.matchAll(IMPORT)) {
      const known = wanted.get(from) ?? new Set();
      for (const { name } of namesIn(names)) known.add(name);
      wanted.set(from, known);
    }
  }
  const lacking = new Set(lackingIn(program, wanted));
  for (const { path, text } of files) {
    const filled = text.replace(IMPORT, (whole: string, names: string, from: string) =>
      fillImport(whole, namesIn(names), from, lacking),
    );
    if (filled !== text) writeFileSync(path, filled);
  }
}

interface Imported {
  readonly name: string;
  readonly as: string;
}

function namesIn(names: string): readonly Imported[] {
  return names
    .split(",")
    .map((part) => part.trim().split(" as "))
    .filter(([name = ""]) => name !== "")
    .map(([name = "", as = name]) => ({ name, as }));
}

function fillImport(
  whole: string,
  names: readonly Imported[],
  from: string,
  lacking: ReadonlySet<string>,
): string {
  const isLacking = ({ name }: Imported) => lacking.has(`${from} ${name}`);
  if (!names.some(isLacking)) return whole;
  const kept = names.filter((each) => !isLacking(each)).map(({ name, as }) => `${name} as ${as}`);
  const made = names.filter(isLacking).map(({ name, as }) => {
    const filling = FILLINGS[`${from} ${name}`];
    if (filling === undefined) throw new Error(`This Electron lacks ${name} of ${from}.`);
    return `const ${as} = (($) => ${filling})($${name});`;
  });
  const modules = names.filter(isLacking).map(({ name }) => `import * as $${name} from "${from}";`);
  return [`import { ${kept.join(", ")} } from "${from}";`, ...modules, ...made].join(" ");
}

function lackingIn(program: string, wanted: ReadonlyMap<string, ReadonlySet<string>>) {
  const asked = [...wanted].flatMap(([from, names]) => [...names].map((name) => [from, name]));
  const look = `${JSON.stringify(asked)}.filter(([from, name]) => !(name in require(from))).map((each) => each.join(" "))`;
  return runAsNode(program, look) as readonly string[];
}

function runAsNode(program: string, expression: string): unknown {
  const answer = execFileSync(program, ["-p", `JSON.stringify(${expression})`], {
    encoding: "utf8",
    env: { ...process.env, ELECTRON_RUN_AS_NODE: "1" },
  });
  return JSON.parse(answer);
}
