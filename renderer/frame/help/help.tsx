import { Drawer, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type HelpPlace, showHelp } from "../../kit/help/help-state.ts";
import { HELP_WORDS } from "../../kit/help/help-words.ts";
import styles from "./help.module.css";
import { HelpContents } from "./help-contents.tsx";
import { useGuide } from "./use-guide.ts";

/** The guide, over the screen that it tells of. */
export function Help({ place }: { readonly place: HelpPlace }) {
  const { t } = useTranslation();
  const guide = useGuide();
  const [sought, setSought] = useState("");
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    setSought("");
    if (guide !== null && top.current !== null) headingOf(top.current, place)?.focus();
  }, [place, guide]);
  return (
    <Drawer
      opened
      position="right"
      size="md"
      title={t("help.title")}
      onClose={() => showHelp(null)}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <div ref={top} className={styles.help} aria-busy={guide === null}>
        <TextInput
          type="search"
          label={t("help.search")}
          leftSection={<IconSearch size="1rem" aria-hidden />}
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
        />
        {guide !== null && <HelpContents guide={guide} place={place} sought={sought} />}
      </div>
    </Drawer>
  );
}

/** The heading that a place is about: of a word, of a part, else the page's own. */
function headingOf(help: HTMLElement, { word, anchor }: HelpPlace): HTMLElement | null | undefined {
  const headings = [...help.querySelectorAll<HTMLElement>("h4")];
  const aim =
    word === undefined
      ? headings.find(({ id }) => id === `help-${anchor}`)
      : headings[HELP_WORDS.indexOf(word)];
  return aim ?? help.querySelector<HTMLElement>("h3");
}
