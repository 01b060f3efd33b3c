import { expect, it } from "vitest";
import { createApp } from "../../../main/app.ts";
import { createElectronHost } from "../../../main/hosts/electron/electron-host.ts";
import { createElectronSecrets } from "../../../main/hosts/electron/secrets.ts";
import { followTheme } from "../../../main/hosts/electron/theme.ts";
import { openWindow } from "../../../main/hosts/electron/window.ts";
import { tempDir } from "../../helpers/temp-dir.ts";
import { nativeTheme, told } from "./stand-in.ts";

it("title bar, menus and the colour behind the page follow the theme that was chosen", async () => {
  const dataDir = tempDir();
  const host = createElectronHost(await createElectronSecrets(dataDir));
  const app = await createApp(host, { dataDir, policy: { source: null } });
  try {
    await followTheme(app);
    expect(nativeTheme.themeSource).toBe("system");
    await app.answer("settings.set", { theme: "dark" });
    await followTheme(app);
    expect(nativeTheme.themeSource).toBe("dark");
    await openWindow(dataDir, () => undefined);
    expect(told.windows.at(-1)?.options).toMatchObject({ backgroundColor: "#171a1f" });
  } finally {
    await app.close();
  }
});
