import type { FileReading } from "../../../preload/types.ts";
import { AppError } from "../../common/errors.ts";
import { inOptions, type PrintedFinding, printedFinding } from "../words/in-options.ts";

/** A list that cannot be sent as it is, with what its first look found: the reason may stand there. */
export class RefusedList extends AppError {
  readonly findings: readonly PrintedFinding[];

  constructor({ code, params }: AppError, { notices, sheet }: FileReading) {
    super(code, { params });
    this.findings = notices.map((each) => printedFinding(inOptions(each), sheet));
  }
}
