/**
 * Cells that merged ones cover hold values after all: the rows that came are not what the sheet
 * shows, and are to be read again with the merged cells known.
 */
export class MergedValues extends Error {
  constructor() {
    super("cells under merged ones hold values");
    this.name = "MergedValues";
  }
}
