import { Title } from "@mantine/core";
import type { ReactNode } from "react";
import styles from "./section.module.css";

export interface SectionProps {
  readonly title: string;
  readonly help?: string;
  readonly children: ReactNode;
}

/** One decision: its name, one sentence, the answer. */
export function Section({ title, help, children }: SectionProps) {
  return (
    <section className={styles.section}>
      <div>
        <Title order={2}>{title}</Title>
        {help !== undefined && <div className={styles.help}>{help}</div>}
      </div>
      {children}
    </section>
  );
}
