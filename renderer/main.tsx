import "./mantine.css";
import "./global.css";
import "./kit/tones.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { chooseFormats, chooseLanguage, speak } from "./i18n.ts";
import { openingSettings } from "./opening-settings.ts";
import { createQueryClient } from "./query/client.ts";
import { takeSession } from "./session.ts";
import { stayHere } from "./stay-here.ts";

async function show(): Promise<void> {
  stayHere();
  const refusal = takeSession();
  if (refusal !== null) {
    document.body.textContent = refusal;
    return;
  }
  const settings = openingSettings();
  const root = document.getElementById("root");
  if (root === null) throw new Error("index.html has no #root");
  // The first screen, drawn at once and not after the router has led there.
  if (location.hash === "") history.replaceState(null, "", "#/import");
  const language = chooseLanguage(settings.language, navigator.language);
  await speak(language, chooseFormats(settings.formats, language, navigator.language));
  createRoot(root).render(
    <StrictMode>
      <App client={createQueryClient(settings)} />
    </StrictMode>,
  );
}

show().catch((error: unknown) => {
  document.body.textContent = String(error);
});
