import type { AppUpdater, NsisUpdater } from "electron-updater";

const ignore = () => undefined;

/**
 * On Windows electron-updater asks PowerShell who has signed an installer, and lets it pass where
 * PowerShell cannot be asked, as on a computer whose administrator has locked it; all that it does
 * then is to write a warning. Here such an installer is refused.
 */
export function refuseUnverified(updater: AppUpdater): void {
  if (!isNsis(updater)) return;
  const verify = updater.verifyUpdateCodeSignature;
  let passed = false;
  updater.logger = {
    info: ignore,
    error: ignore,
    warn(message: unknown) {
      if (/ignoring signature/i.test(String(message))) passed = true;
    },
  };
  updater.verifyUpdateCodeSignature = async (publishers, path) => {
    passed = false;
    const problem = await verify(publishers, path);
    return problem ?? (passed ? "PowerShell could not be asked for the signature" : null);
  };
}

function isNsis(updater: AppUpdater): updater is NsisUpdater {
  return "verifyUpdateCodeSignature" in updater;
}
