export type BatchState =
  | "queued"
  | "waiting"
  | "sending"
  | "accepted"
  | "rejected"
  | "uncertain"
  | "cancelled";

export type ImportState =
  | "queued"
  | "sending"
  | "accepted"
  | "partly-accepted"
  | "rejected"
  | "uncertain"
  | "cancelled";
