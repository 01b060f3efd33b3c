import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { I18nextProvider } from "react-i18next";
import { Router } from "wouter";
import { useHashLocation } from "wouter/use-hash-location";
import { Frame } from "./frame/frame.tsx";
import { chooseLanguage, createTexts } from "./i18n.ts";
import { OpeningProvider } from "./import/start/opening.tsx";
import { createQueryClient } from "./query/client.ts";
import { useAppEvents, useNetworkBack } from "./query/events.ts";
import { useCall } from "./query/use-call.ts";
import { Routes } from "./routes.tsx";
import { styleNonce } from "./style-nonce.ts";
import { theme, tokens } from "./theme.ts";

const client = createQueryClient();

export function App() {
  return (
    <QueryClientProvider client={client}>
      <Router hook={useHashLocation}>
        <Dressed />
      </Router>
    </QueryClientProvider>
  );
}

/** Waits for the settings (they are local, and quick) so that nothing changes its colours later. */
function Dressed() {
  const settings = useCall("settings.get", {});
  const chosen = settings.data?.theme ?? "system";
  const language = chooseLanguage(settings.data?.language ?? "system", navigator.language);
  const texts = useMemo(() => createTexts(language), [language]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useAppEvents();
  useNetworkBack();
  if (settings.isPending) return null;
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={tokens}
      getStyleNonce={styleNonce}
      defaultColorScheme="auto"
      {...(chosen === "system" ? {} : { forceColorScheme: chosen })}
    >
      <I18nextProvider i18n={texts}>
        <Notifications position="bottom-left" limit={3} />
        <OpeningProvider>
          <Frame>
            <Routes />
          </Frame>
        </OpeningProvider>
      </I18nextProvider>
    </MantineProvider>
  );
}
