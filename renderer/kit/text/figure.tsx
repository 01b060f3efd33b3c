import type { ReactNode } from "react";
import { Link } from "wouter";
import type { Tone } from "../state/tone.ts";
import styles from "./figure.module.css";

export interface FigureProps {
  readonly value: string;
  readonly label: string;
  readonly href?: string;
  readonly tone?: Tone;
}

/** A big number with its name; a link where there is more to see. */
export function Figure({ value, label, href, tone }: FigureProps) {
  const body = (
    <>
      <span className={styles.value}>{value}</span>
      <span className={styles.label}>{label}</span>
    </>
  );
  if (href === undefined) {
    return (
      <div className={styles.figure} data-tone={tone}>
        {body}
      </div>
    );
  }
  return (
    <Link href={href} className={styles.figure} data-tone={tone}>
      {body}
    </Link>
  );
}

export function Figures({ children }: { readonly children: ReactNode }) {
  return <div className={styles.figures}>{children}</div>;
}
