import { Title } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import { Fragment, lazy, type ReactNode, Suspense, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { Account } from "../components/account.tsx";
import { afterFirstScreen } from "../kit/after-first-screen.ts";
import { Online } from "./online.tsx";
import styles from "./page.module.css";

/** Comes right after the first screen, which can do without it. */
const UndoRedo = lazy(async () => ({
  default: (await afterFirstScreen(() => import("./undo-redo.tsx"))).UndoRedo,
}));

const HelpButton = lazy(async () => ({
  default: (await afterFirstScreen(() => import("./help/help-button.tsx"))).HelpButton,
}));

const Alerts = lazy(async () => ({
  default: (await afterFirstScreen(() => import("./alerts.tsx"))).Alerts,
}));

export interface Crumb {
  readonly text: string;
  readonly href?: string;
}

export interface PageProps {
  /** The screens that lead here, this one last. */
  readonly crumbs: readonly Crumb[];
  /** The page's one question or name. */
  readonly title: string;
  readonly lead?: ReactNode;
  /** The account that this screen is about; always in sight. */
  readonly account?: { readonly connectionId: number | null; readonly name?: string } | undefined;
  readonly stepper?: ReactNode;
  /** Beside the title. */
  readonly actions?: ReactNode;
  /** Stays at the lower edge; the one primary button stands at its right end. */
  readonly footer?: ReactNode;
  readonly width?: "narrow" | "normal" | "full";
  readonly children: ReactNode;
}

/** What fills the area right of the side bar. Focus goes to the title when the page or step changes. */
export function Page(props: PageProps) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  const { title } = props;
  useEffect(() => {
    document.title = `${title} · Loyalty Importer`;
    heading.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <>
      <div className={styles.head}>
        <nav className={styles.crumbs} aria-label={t("whereYouAre")}>
          {props.crumbs.map((crumb, index) => (
            <Fragment key={crumb.text}>
              {index > 0 && <IconChevronRight aria-hidden />}
              {crumb.href === undefined ? (
                <span className={styles.crumbHere} aria-current="page" title={crumb.text}>
                  {crumb.text}
                </span>
              ) : (
                <Link href={crumb.href} title={crumb.text}>
                  {crumb.text}
                </Link>
              )}
            </Fragment>
          ))}
        </nav>
        {props.account && <Account {...props.account} />}
        <Suspense fallback={null}>
          <UndoRedo />
        </Suspense>
        <Online />
      </div>
      {props.stepper}
      <Suspense fallback={null}>
        <Alerts />
      </Suspense>
      <div className={styles.body}>
        <div className={styles.inner} data-width={props.width ?? "normal"}>
          <div className={styles.titleRow}>
            <div className={styles.titles}>
              <div className={styles.title}>
                <Title order={1} ref={heading} tabIndex={-1}>
                  {title}
                </Title>
                {/* Glued to the last word: no line begins with the button. */}
                {"\u2060"}
                <Suspense fallback={null}>
                  <HelpButton />
                </Suspense>
              </div>
              {props.lead && <div className={styles.lead}>{props.lead}</div>}
            </div>
            {props.actions}
          </div>
          {props.children}
        </div>
      </div>
      {props.footer && <div className={styles.foot}>{props.footer}</div>}
    </>
  );
}
