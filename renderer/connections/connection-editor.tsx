import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconCircleCheck } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { Connection } from "../../preload/types.ts";
import { PracticeContents } from "../components/connections/practice-contents.tsx";
import { PracticeImports } from "../components/connections/practice-imports.tsx";
import { PracticeServer } from "../components/connections/practice-server.tsx";
import { leaveFreely } from "../frame/leaving.ts";
import { type Crumb, Page } from "../frame/page.tsx";
import { Unsaved } from "../frame/unsaved.tsx";
import { Confirm } from "../kit/messages/confirm.tsx";
import { ErrorPanel } from "../kit/messages/error-panel.tsx";
import { Note } from "../kit/messages/note.tsx";
import { useAction } from "../query/use-action.ts";
import { useSettings } from "../query/use-settings.ts";
import { AdvancedFields } from "./advanced-fields.tsx";
import styles from "./connections.module.css";
import { DefaultFields } from "./default-fields.tsx";
import { keyState, missingTexts, sameValues, toInput, toValues } from "./form-values.ts";
import { IdentityFields } from "./identity-fields.tsx";
import { ListToFill } from "./list-to-fill.tsx";
import { useNamesOnceTested } from "./use-names-once-tested.ts";
import { AcceptWeakKeyStore, asksForConsent } from "./weak-key-store.tsx";

export interface ConnectionEditorProps {
  /** null: a new one. */
  readonly connection: Connection | null;
  readonly crumbs: readonly Crumb[];
}

const TEST_IT = { testConnection: true } as const;

/** A connection that was just saved to be tested is tested where its page opens. */
function useTestAsked(
  connection: Connection | null,
  test: (input: { readonly id: number }) => void,
): void {
  const id = connection?.id ?? null;
  useEffect(() => {
    const state: unknown = history.state;
    const asked = typeof state === "object" && state !== null && "testConnection" in state;
    if (id === null || !asked) return;
    history.replaceState(null, "");
    test({ id });
  }, [id, test]);
}

/** The form of a connection: who, the defaults of its imports, and what old accounts need. */
export function ConnectionEditor({ connection, crumbs }: ConnectionEditorProps) {
  const { t } = useTranslation("connections");
  const [, navigate] = useLocation();
  const { batchRows } = useSettings();
  const [values, setValues] = useState(() => toValues(connection, batchRows));
  const [kept, setKept] = useState(values);
  const [tried, setTried] = useState(false);
  /** Whether the last press asked for a test, which a question in between does not forget. */
  const [tests, setTests] = useState(false);
  const [asking, ask] = useDisclosure(false);
  const quiet = { onError: () => undefined };
  const save = useAction("connections.save", quiet);
  const test = useAction("connections.test", quiet);
  const remove = useAction("connections.remove", {
    onSuccess: () => leaveFreely(() => navigate("/connections")),
  });
  const practice = connection?.kind === "practice";
  const fixed = connection?.fixed ?? [];
  const missing = missingTexts(values, practice || keyState(connection, values) === "kept");
  const submit = (toTest: boolean, consent = {}) => {
    setTried(true);
    setTests(toTest);
    if (missing.length > 0) return;
    const input = { ...toInput(connection?.id ?? null, values), ...consent };
    save.mutate(input, { onSuccess: toTest ? testSaved : toList });
  };
  const toList = () => leaveFreely(() => navigate("/connections"));
  const testSaved = ({ id }: Connection) => {
    const saved = { ...values, apiKey: "" };
    setValues(saved);
    setKept(saved);
    if (connection === null) {
      // A new one has a page of its own from now on, which a reload finds again.
      leaveFreely(() => navigate(`/connections/${id}`, { replace: true, state: TEST_IT }));
    } else test.mutate({ id });
  };
  useTestAsked(connection, test.mutate);
  useNamesOnceTested(connection?.id ?? null, test.isSuccess);
  return (
    <Page
      crumbs={crumbs.with(-1, { text: connection?.name ?? t("new") })}
      title={connection?.name ?? t("new")}
      width="narrow"
      {...(practice ? { account: { connectionId: connection.id } } : {})}
      {...(practice ? { lead: t("practiceLead") } : {})}
      footer={
        <>
          <Button variant="default" onClick={() => navigate("/connections")}>
            {t("common:back")}
          </Button>
          {connection !== null && !practice && fixed.length === 0 && (
            <Button variant="subtle" color="red" onClick={ask.open}>
              {t("remove")}
            </Button>
          )}
          <span className={styles.spacer} />
          <Button variant="default" loading={test.isPending} onClick={() => submit(true)}>
            {t("test")}
          </Button>
          <Button loading={save.isPending} onClick={() => submit(false)}>
            {t("common:save")}
          </Button>
        </>
      }
    >
      {save.error && !asksForConsent(save.error) && <ErrorPanel error={save.error} />}
      <AcceptWeakKeyStore
        error={save.error}
        onAccept={() => submit(tests, { acceptWeakKeyStore: true })}
        onClose={save.reset}
      />
      {test.error && <ErrorPanel error={test.error} />}
      {test.data && (
        <Note tone="green" icon={<IconCircleCheck aria-hidden />} alert>
          {t("tested", { name: test.data.accountName })}
        </Note>
      )}
      {practice && <PracticeServer />}
      {practice && <PracticeContents />}
      {practice && <PracticeImports connectionId={connection.id} />}
      <IdentityFields
        values={values}
        onChange={setValues}
        missing={tried ? missing : []}
        keyState={keyState(connection, values)}
        locked={practice}
        fixed={fixed}
      />
      <DefaultFields values={values} onChange={setValues} connectionId={connection?.id ?? null} />
      <AdvancedFields values={values} onChange={setValues} />
      {connection !== null && <ListToFill connectionId={connection.id} />}
      <Unsaved dirty={!sameValues(values, kept)} text={t("unsaved")} />
      <Confirm
        opened={asking}
        title={t("removeTitle")}
        action={t("remove")}
        danger
        busy={remove.isPending}
        onConfirm={() => connection !== null && remove.mutate({ id: connection.id })}
        onClose={ask.close}
      >
        {t("removeText", { name: connection?.name ?? "" })}
      </Confirm>
    </Page>
  );
}
