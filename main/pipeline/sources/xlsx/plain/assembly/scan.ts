/**
 * What nearly every cell and shared string of a workbook looks like, read by WebAssembly: these files
 * are AssemblyScript, compiled into ../compiled-scan.ts by `npm run build:scan`. Each function reads
 * as far as all is plain and gives the position where it is not, or is not complete; the XML
 * scanner goes on from there. Nothing is read twice and nothing in part.
 *
 * The bytes under [at, end) are UTF-8 and are followed by memory of this module's own, so that a
 * comparison may look beyond `end`; what it then takes for plain is not kept.
 */
export { column, readCells, words, written } from "./cells";
export { items, packed, readItems } from "./items";
