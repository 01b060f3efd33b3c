import { Fragment } from "react";

/** A text without blanks, such as an e-mail address, that may break after its signs. */
export function Breakable({ text }: { readonly text: string }) {
  const parts = text.split(/(?<=[@._\-/])/);
  let at = 0;
  return parts.map((part) => {
    const key = at;
    at += part.length;
    return (
      <Fragment key={key}>
        {key > 0 && <wbr />}
        {part}
      </Fragment>
    );
  });
}
