import { Title } from "@mantine/core";
import type { ReactNode } from "react";
import type { HelpWord } from "./help/help-words.ts";
import { Word } from "./help/word.tsx";
import styles from "./section.module.css";

export interface SectionProps {
  readonly title: string;
  readonly help?: string;
  /** What the title speaks of, where the help explains it. */
  readonly word?: HelpWord;
  readonly children: ReactNode;
}

/** One decision: its name, one sentence, the answer. */
export function Section({ title, help, word, children }: SectionProps) {
  return (
    <section className={styles.section}>
      <div>
        <div className={styles.title}>
          <Title order={2}>{title}</Title>
          {word !== undefined && <Word word={word} />}
        </div>
        {help !== undefined && <div className={styles.help}>{help}</div>}
      </div>
      {children}
    </section>
  );
}
