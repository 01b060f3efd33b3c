import { MantineProvider } from "@mantine/core";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { lazy, Suspense, useEffect } from "react";
import { Router, useLocation } from "wouter";
import { chooseFormats } from "../preload/lists/format-locales.ts";
import { Frame } from "./frame/frame.tsx";
import { useAddress } from "./frame/leaving.ts";
import { ScreenBoundary } from "./frame/screen-boundary.tsx";
import { chooseLanguage, speak } from "./i18n.ts";
import { OpeningProvider } from "./import/start/opening.tsx";
import { afterFirstScreen } from "./kit/after-first-screen.ts";
import { showError } from "./kit/messages/show-error.tsx";
import { useAppEvents, useFilesCurrent, useNetworkBack } from "./query/events.ts";
import { useSettings } from "./query/use-settings.ts";
import { Routes } from "./routes.tsx";
import { styleNonce } from "./style-nonce.ts";
import { keptElsewhere, theme } from "./theme.ts";

/** Loaded after the first screen; messages that came before it was loaded are shown then. */
const Notifications = lazy(async () => ({
  default: (await afterFirstScreen(() => import("./kit/messages/notifications.tsx"))).Notifications,
}));

const PasswordDialog = lazy(async () => ({
  default: (await afterFirstScreen(() => import("./frame/dialogs/password-dialog.tsx")))
    .PasswordDialog,
}));

export function App({ client }: { readonly client: QueryClient }) {
  return (
    <QueryClientProvider client={client}>
      <Router hook={useAddress} hrefs={inHash}>
        <Dressed />
      </Router>
    </QueryClientProvider>
  );
}

/** The address that a link shows and that a person copies: the screen's place stands behind "#". */
const inHash = (address: string) => `#${address}`;

function Screens() {
  const [place] = useLocation();
  return (
    <ScreenBoundary place={place}>
      <Routes />
    </ScreenBoundary>
  );
}

/** The settings came with the page: nothing changes its language or colours after the first sight. */
function Dressed() {
  const settings = useSettings();
  const { theme: chosen } = settings;
  const language = chooseLanguage(settings.language, navigator.language);
  const formats = chooseFormats(settings.formats, language, navigator.language);
  useEffect(() => {
    speak(language, formats).catch(showError);
  }, [language, formats]);
  useAppEvents();
  useNetworkBack();
  useFilesCurrent();
  return (
    <MantineProvider
      theme={theme}
      // Both are written by the build (theme-variables.css), or used nowhere.
      withCssVariables={false}
      withGlobalClasses={false}
      getStyleNonce={styleNonce}
      colorSchemeManager={keptElsewhere}
      defaultColorScheme="auto"
      {...(chosen === "system" ? {} : { forceColorScheme: chosen })}
    >
      {/* Around what comes after the first screen too: the window would be empty where that fails. */}
      <ScreenBoundary place="">
        <Suspense fallback={null}>
          <Notifications />
          <PasswordDialog />
        </Suspense>
        <OpeningProvider>
          <Frame>
            <Screens />
          </Frame>
        </OpeningProvider>
      </ScreenBoundary>
    </MantineProvider>
  );
}
