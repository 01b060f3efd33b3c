import { Notifications as Shown } from "@mantine/notifications";

/** Where notifications are shown; a file of its own, to be loaded after the first screen. */
export function Notifications() {
  return <Shown position="bottom-left" limit={3} />;
}
