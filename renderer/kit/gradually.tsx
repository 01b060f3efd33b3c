import { Children, type ReactNode } from "react";
import { useGradually } from "./use-gradually.ts";

export interface GraduallyProps {
  /** How many parts come with the screen: those that a person sees first. */
  readonly first: number;
  readonly children: ReactNode;
}

/** Parts of a long screen, one after the other. */
export function Gradually({ first, children }: GraduallyProps) {
  const parts = Children.toArray(children);
  return parts.slice(0, useGradually(parts.length, first, 1));
}
