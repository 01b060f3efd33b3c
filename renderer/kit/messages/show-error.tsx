import { ErrorPanel } from "./error-panel.tsx";
import { Said, showToast } from "./toast.tsx";

/** Tells an error that has no place of its own on the page. */
export function showError(error: unknown): void {
  show(error, 12_000);
}

/** The same where nobody may have been looking: it stays until it is closed. */
export function keepError(error: unknown): void {
  show(error, false);
}

function show(error: unknown, autoClose: number | false): void {
  showToast({
    color: "red",
    title: <Said say={(t) => t("failed")} />,
    message: <ErrorPanel error={error} />,
    autoClose,
  });
}
