import { Title } from "@mantine/core";
import type { Token } from "marked";
import { Fragment, type ReactNode } from "react";
import { HELP_PAGES } from "../../kit/help/help-pages.ts";
import { showHelp } from "../../kit/help/help-state.ts";
import { anchorOf, wordsOf } from "./guide.ts";
import styles from "./help.module.css";

/**
 * Markdown as elements: what of it the guide uses. HTML in it is left out, and so are the pictures,
 * which show the window that the person sees already.
 */
export function Markdown({ tokens }: { readonly tokens: readonly Token[] }): ReactNode {
  return tokens.map((token, at) => (
    // A page of the guide never changes.
    <Fragment key={at}>{elementOf(token)}</Fragment>
  ));
}

function elementOf(token: Token): ReactNode {
  switch (token.type) {
    case "heading":
      return (
        <Title order={4} size="h3" id={`help-${anchorOf(wordsOf([token]))}`} tabIndex={-1}>
          <Markdown tokens={token.tokens ?? []} />
        </Title>
      );
    case "paragraph":
      // A picture alone.
      if (wordsOf([token]) === "") return null;
      return (
        <p>
          <Markdown tokens={token.tokens ?? []} />
        </p>
      );
    case "list":
      return (
        <ul>
          {(token.items as readonly (Token & { readonly raw: string })[]).map((item) => (
            <li key={item.raw}>
              <Markdown tokens={"tokens" in item ? (item.tokens ?? []) : []} />
            </li>
          ))}
        </ul>
      );
    case "table":
      return <Keys header={token.header} rows={token.rows} />;
    case "strong":
      return (
        <strong>
          <Markdown tokens={token.tokens ?? []} />
        </strong>
      );
    case "codespan":
      return <kbd className={styles.key}>{token.text}</kbd>;
    case "link":
      return <GuideLink href={token.href} tokens={token.tokens ?? []} />;
    case "text":
      return token.tokens === undefined ? token.text : <Markdown tokens={token.tokens} />;
    default:
      return null;
  }
}

interface Cell {
  readonly text: string;
  readonly tokens: Token[];
}

function Keys({
  header,
  rows,
}: {
  readonly header: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
}) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {header.map((cell) => (
            <th key={cell.text} scope="col">
              {cell.text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row[0]?.text}>
            {row.map((cell) => (
              <td key={cell.text}>
                <Markdown tokens={cell.tokens} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** To another page, or to a word; dotted where it says what a word means. */
function GuideLink({ href, tokens }: { readonly href: string; readonly tokens: readonly Token[] }) {
  const [file = "", anchor] = href.split("#");
  const page = HELP_PAGES.find((name) => `${name}.md` === file);
  if (page === undefined) return <Markdown tokens={tokens} />;
  return (
    <button
      type="button"
      className={styles.link}
      data-word={page === "words" || undefined}
      onClick={() =>
        showHelp({ page, ...(anchor === undefined ? {} : { anchor: decodeURIComponent(anchor) }) })
      }
    >
      <Markdown tokens={tokens} />
    </button>
  );
}
