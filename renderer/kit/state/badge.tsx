import type { ReactNode } from "react";
import styles from "./badge.module.css";
import type { Tone } from "./tone.ts";

export interface BadgeProps {
  readonly tone: Tone;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  /** Without its ground, for use inside running text and tables. */
  readonly bare?: boolean;
  readonly moving?: boolean;
}

/** A word with an icon and a tone. */
export function Badge({ tone, icon, children, bare = false, moving = false }: BadgeProps) {
  return (
    <span
      className={moving ? `${styles.badge} ${styles.moving}` : styles.badge}
      data-tone={tone}
      data-bare={bare || undefined}
    >
      {icon}
      {children}
    </span>
  );
}
