import { Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type HelpPlace, showHelp } from "../../kit/help/help-state.ts";
import { type GuidePage, search } from "./guide.ts";
import styles from "./help.module.css";
import { Markdown } from "./markdown.tsx";

export interface HelpContentsProps {
  readonly guide: readonly GuidePage[];
  readonly place: HelpPlace;
  readonly sought: string;
}

/** A page and the list of the others; while something is sought, the pages that hold it. */
export function HelpContents({ guide, place, sought }: HelpContentsProps) {
  const { t } = useTranslation();
  const page = guide.find(({ name }) => name === place.page);
  if (sought.trim() !== "") {
    const found = search(guide, sought);
    return (
      <div>
        <div role="status" className={styles.quiet}>
          {t("help.found", { count: found.length })}
        </div>
        <ul className={styles.pages}>
          {found.map((one) => (
            <li key={one.page.name}>
              <PageLink page={one.page} />
              <div className={styles.quiet}>{one.around}</div>
            </li>
          ))}
        </ul>
      </div>
    );
  }
  return (
    <>
      {page !== undefined && (
        <article className={styles.page}>
          <Title order={3} tabIndex={-1}>
            {page.title}
          </Title>
          <Markdown tokens={page.tokens} />
        </article>
      )}
      <nav aria-label={t("help.all")}>
        <Title order={3} size="h3">
          {t("help.all")}
        </Title>
        <ul className={styles.pages}>
          {guide.map((one) => (
            <li key={one.name}>
              <PageLink page={one} isHere={one === page} />
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}

function PageLink({
  page,
  isHere = false,
}: {
  readonly page: GuidePage;
  readonly isHere?: boolean;
}) {
  return (
    <button
      type="button"
      className={styles.link}
      aria-current={isHere ? "page" : undefined}
      onClick={() => showHelp({ page: page.name })}
    >
      {page.title}
    </button>
  );
}
