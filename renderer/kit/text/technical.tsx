import { Button, Code, CopyButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import styles from "./technical.module.css";

/** What only support and developers read, to be copied; stands behind "Details". */
export function Technical({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  return (
    <div>
      <Code block mt="xs" className={styles.text ?? ""}>
        {text}
      </Code>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button size="xs" variant="default" mt="xs" onClick={copy}>
            {copied ? t("copied") : t("copy")}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}
