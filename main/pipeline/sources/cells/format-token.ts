/** A piece of a number format code. */
export type FormatToken =
  | { readonly kind: "literal"; readonly text: string }
  /** One of 0 # ? */
  | { readonly kind: "digit"; readonly text: string }
  /** One of y m d h s, AM/PM as "a", elapsed time as "e" */
  | { readonly kind: "date"; readonly text: string }
  /** `.` `,` `%` `/` `E+` General @ */
  | { readonly kind: "number"; readonly text: string };
