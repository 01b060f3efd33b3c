import { Component, type ReactNode } from "react";
import { BrokenScreen } from "./broken-screen.tsx";

export interface ScreenBoundaryProps {
  /** The address of the screen: another one is tried anew. */
  readonly place: string;
  readonly children: ReactNode;
}

interface State {
  readonly failure: { readonly error: unknown } | null;
}

/** What goes wrong in a screen leaves the side bar and the other screens standing. */
export class ScreenBoundary extends Component<ScreenBoundaryProps, State> {
  override state: State = { failure: null };

  static getDerivedStateFromError(error: unknown): State {
    return { failure: { error } };
  }

  override componentDidUpdate(before: ScreenBoundaryProps): void {
    if (before.place !== this.props.place) this.setState({ failure: null });
  }

  override render(): ReactNode {
    const { failure } = this.state;
    return failure === null ? this.props.children : <BrokenScreen error={failure.error} />;
  }
}
