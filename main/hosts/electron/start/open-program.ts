import type { App, CreateApp } from "../../../app/app-port.ts";
import type { Host } from "../../../common/host/host.ts";
import { type Listeners as Events, hearing } from "../../window/hearing.ts";
import { openUploads, type Uploads } from "../../window/uploads.ts";
import { createElectronHost } from "../electron-host.ts";
import { createElectronSecrets } from "../system/secrets.ts";

/** What stands behind the window. */
export interface OpenProgram {
  readonly services: App;
  readonly host: Host;
  readonly uploads: Uploads;
}

export interface Listeners {
  readonly events: Events;
  /** A notification was clicked. */
  readonly notice: () => void;
}

/** Opens the data folder and what works on it, while the window's page is on its way. */
export async function openProgram(
  createApp: CreateApp,
  dataDir: string,
  { events, notice }: Listeners,
): Promise<OpenProgram> {
  const host = hearing(createElectronHost(await createElectronSecrets(dataDir), notice), events);
  const services = await createApp(host, { dataDir });
  const uploads = await openUploads(dataDir);
  return { services: closingBoth(services, uploads), host, uploads };
}

/** The same services, with which files go that no draft was made of. */
function closingBoth(services: App, uploads: Uploads): App {
  return {
    ...services,
    async close() {
      await services.close();
      await uploads.close();
    },
  };
}
