import { MantineProvider } from "@mantine/core";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { lazy, Suspense, useEffect } from "react";
import { Router } from "wouter";
import { useHashLocation } from "wouter/use-hash-location";
import { Frame } from "./frame/frame.tsx";
import { chooseLanguage, speak } from "./i18n.ts";
import { OpeningProvider } from "./import/start/opening.tsx";
import { afterFirstScreen } from "./kit/after-first-screen.ts";
import { useShowError } from "./kit/show-error.tsx";
import { useAppEvents, useNetworkBack } from "./query/events.ts";
import { useCall } from "./query/use-call.ts";
import { Routes } from "./routes.tsx";
import { styleNonce } from "./style-nonce.ts";
import { theme, tokens } from "./theme.ts";

/** Shows what was told before it came, too. */
const Notifications = lazy(async () => ({
  default: (await afterFirstScreen(() => import("./kit/notifications.tsx"))).Notifications,
}));

export function App({ client }: { readonly client: QueryClient }) {
  return (
    <QueryClientProvider client={client}>
      <Router hook={useHashLocation}>
        <Dressed />
      </Router>
    </QueryClientProvider>
  );
}

/** The settings came with the page: nothing changes its language or colours after the first sight. */
function Dressed() {
  const settings = useCall("settings.get", {}).data;
  const showError = useShowError();
  const chosen = settings?.theme ?? "system";
  const language = chooseLanguage(settings?.language ?? "system", navigator.language);
  useEffect(() => {
    speak(language).catch(showError);
  }, [language, showError]);
  useAppEvents();
  useNetworkBack();
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={tokens}
      getStyleNonce={styleNonce}
      defaultColorScheme="auto"
      {...(chosen === "system" ? {} : { forceColorScheme: chosen })}
    >
      <Suspense fallback={null}>
        <Notifications />
      </Suspense>
      <OpeningProvider>
        <Frame>
          <Routes />
        </Frame>
      </OpeningProvider>
    </MantineProvider>
  );
}
