import { Notifications as Shown } from "@mantine/notifications";
import styles from "./notifications.module.css";

/** Where notifications are shown; a file of its own, to be loaded after the first screen. */
export function Notifications() {
  const { root = "", notification = "" } = styles;
  return <Shown position="bottom-left" limit={3} classNames={{ root, notification }} />;
}
