import { CFB } from "xlsx";

/** What SheetJS's zip tools do here; they come without types. */
interface ZipTools {
  read(bytes: Buffer, options: { readonly type: "buffer" }): unknown;
  write(zip: unknown, options: { readonly type: "buffer"; readonly fileType: "zip" }): Buffer;
  readonly utils: { cfb_add(zip: unknown, name: string, content: Buffer): unknown };
}

const TOOLS: ZipTools = CFB;
const NO_STYLES = Buffer.from("<office:document-styles/>");

/**
 * An OpenDocument file as SheetJS wants it: with a styles.xml, which the format does not ask for
 * and small writers leave out. Any other file as it is.
 */
export function withOdsStyles(bytes: Buffer): Buffer {
  const isZip = bytes.subarray(0, 2).toString("latin1") === "PK";
  // Names stand in a zip as they are.
  if (!isZip || !bytes.includes("content.xml") || bytes.includes("styles.xml")) return bytes;
  const zip = TOOLS.read(bytes, { type: "buffer" });
  TOOLS.utils.cfb_add(zip, "styles.xml", NO_STYLES);
  return TOOLS.write(zip, { type: "buffer", fileType: "zip" });
}
