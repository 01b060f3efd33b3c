import { IconChevronRight } from "@tabler/icons-react";
import { Loaded } from "../kit/loaded.tsx";
import { ScrollBox } from "../kit/table/scroll-box.tsx";
import { useCall } from "../query/use-call.ts";
import styles from "./licences.module.css";

/** Every part of the program with the words of its licence, folded away. */
export function Licences() {
  const licences = useCall("app.licences", {});
  return (
    <Loaded query={licences}>
      {(all) => (
        <ul className={styles.list}>
          {all.map(({ name, version, licence, text }) => (
            <li key={`${name} ${version}`}>
              <details>
                <summary className={styles.part}>
                  <IconChevronRight className={styles.fold} aria-hidden />
                  <span className={styles.name}>{name}</span>{" "}
                  <span className={styles.version}>{version}</span>{" "}
                  <span className={styles.terms}>{licence}</span>
                </summary>
                <ScrollBox label={name} className={styles.text ?? ""}>
                  <pre>{text === "" ? licence : text}</pre>
                </ScrollBox>
              </details>
            </li>
          ))}
        </ul>
      )}
    </Loaded>
  );
}
