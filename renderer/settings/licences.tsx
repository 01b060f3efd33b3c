import { useTranslation } from "react-i18next";
import { Loaded } from "../kit/loaded.tsx";
import { useCall } from "../query/use-call.ts";
import styles from "./licences.module.css";

/** Every package in the program with the words of its licence, folded away. */
export function Licences() {
  const { t } = useTranslation("settings");
  const licences = useCall("app.licences", {});
  return (
    <>
      <p>{t("licencesHelp")}</p>
      <Loaded query={licences}>
        {(all) => (
          <ul className={styles.list}>
            {all.map(({ name, version, licence, text }) => (
              <li key={`${name} ${version}`}>
                <details>
                  <summary>
                    {name} {version} ({licence})
                  </summary>
                  <pre className={styles.text}>{text === "" ? licence : text}</pre>
                </details>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </>
  );
}
