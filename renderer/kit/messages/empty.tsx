import type { ReactNode } from "react";
import styles from "./empty.module.css";

export interface EmptyProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  /** The one next step. */
  readonly action?: ReactNode;
}

/** Says what will be here, and offers the one next step. */
export function Empty({ icon, title, text, action }: EmptyProps) {
  return (
    <div className={styles.empty}>
      {icon}
      <div className={styles.title}>{title}</div>
      <div className={styles.text}>{text}</div>
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
