/** What lists and rows of the history are saved as. */
export const FORMATS = ["xlsx", "csv"] as const;
