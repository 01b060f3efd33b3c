export type Sheet = readonly [name: string, ...rows: readonly (readonly string[])[]];

/** A flat OpenDocument workbook of texts. */
export function workbook(...sheets: readonly Sheet[]): string {
  const name = "urn:oasis:names:tc:opendocument:xmlns";
  const tables = sheets.map(([title, ...rows]) => {
    const lines = rows.map((cells) => {
      const each = cells.map(
        (cell) =>
          `<table:table-cell office:value-type="string"><text:p>${cell}</text:p></table:table-cell>`,
      );
      return `<table:table-row>${each.join("")}</table:table-row>`;
    });
    return `<table:table table:name="${title}">${lines.join("")}</table:table>`;
  });
  return `<?xml version="1.0"?><office:document xmlns:office="${name}:office:1.0" xmlns:table="${name}:table:1.0" xmlns:text="${name}:text:1.0" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>${tables.join("")}</office:spreadsheet></office:body></office:document>`;
}
