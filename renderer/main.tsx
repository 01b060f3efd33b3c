import "./theme-variables.css";
import "./mantine.css";
import "./global.css";
import "./kit/state/tones.css";
import { StrictMode } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { chooseFormats } from "../preload/lists/format-locales.ts";
import { App } from "./app.tsx";
import { UNREACHABLE } from "./host/bridge.ts";
import { isNotLoaded } from "./host/not-loaded.ts";
import { openingSettings } from "./host/opening-settings.ts";
import { storeSession, takeSession } from "./host/session.ts";
import { stayHere } from "./host/stay-here.ts";
import { chooseLanguage, speak } from "./i18n.ts";
import { firstPaint, paintFirst } from "./kit/after-first-screen.ts";
import { createQueryClient } from "./query/client.ts";

async function show(): Promise<void> {
  stayHere();
  const refusal = takeSession();
  if (refusal !== null) {
    document.body.textContent = refusal;
    return;
  }
  // Whoever leaves or loads the page anew before its first picture comes back with the key.
  addEventListener("pagehide", storeSession);
  const settings = openingSettings();
  const root = document.getElementById("root");
  if (root === null) throw new Error("index.html has no #root");
  const language = chooseLanguage(settings.language, navigator.language);
  await speak(language, chooseFormats(settings.formats, language, navigator.language));
  const page = createRoot(root);
  // Drawn in one go: the window shows itself when the page is loaded, and would be empty else.
  paintFirst(() =>
    flushSync(() =>
      page.render(
        <StrictMode>
          <App client={createQueryClient(settings)} />
        </StrictMode>,
      ),
    ),
  );
  await firstPaint();
  storeSession();
}

show().catch((error: unknown) => {
  document.body.textContent = isNotLoaded(error) ? UNREACHABLE.message : String(error);
});
