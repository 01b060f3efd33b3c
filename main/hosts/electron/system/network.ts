import { app } from "electron";

/**
 * Chromium takes these words from whoever starts the program. They would let a wrong certificate
 * pass, open the program to a debugger, or write down what it sends.
 */
const REFUSED = [
  ...["ignore-certificate-errors", "ignore-certificate-errors-spki-list"],
  ...["allow-insecure-localhost", "unsafely-treat-insecure-origin-as-secure"],
  ...["disable-web-security", "allow-running-insecure-content", "disable-site-isolation-trials"],
  ...["remote-debugging-port", "remote-debugging-address", "remote-debugging-pipe"],
  ...["log-net-log", "net-log-capture-mode", "ssl-key-log-file"],
];

/** What holds for the network of this process, window or command line. Before Electron is ready. */
export function setUpNetwork(): void {
  // While developing, tests look into the window by such words.
  if (app.isPackaged) for (const name of REFUSED) app.commandLine.removeSwitch(name);
  // Each session would fetch a spelling dictionary of its own from a server of Chromium's makers;
  // to switch the checker off does not keep it from that.
  app.on("session-created", (session) => {
    session.setSpellCheckerEnabled(false);
    session.setSpellCheckerLanguages([]);
  });
  // Chromium would ask the providers of well-known name servers over HTTPS whether they answer.
  app
    .whenReady()
    .then(() => app.configureHostResolver({ secureDnsMode: "off" }))
    .catch(() => undefined);
  // Chromium would show the first certificate of this person to any server that asks for one.
  app.on("select-client-certificate", (event, _contents, _url, _certificates, choose) => {
    event.preventDefault();
    choose();
  });
}
