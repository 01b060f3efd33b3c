import { Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { countryName } from "../../../../preload/lists/countries.ts";
import type { FieldMapping } from "../../../../preload/types.ts";
import { useCall } from "../../../query/use-call.ts";
import { setTransforms } from "../fields/targets.ts";
import type { MappingEditor } from "../use-mapping.ts";
import { findTransform, withTransform } from "./transforms.ts";

const KIND = "international-phone";

export interface PhoneSwitchProps {
  readonly target: FieldMapping;
  readonly editor: MappingEditor;
}

/** Writes phone numbers in international form, where something tells of which country they are. */
export function PhoneSwitch({ target, editor }: PhoneSwitchProps) {
  const { t, i18n } = useTranslation("import");
  const { mapping, connectionId } = editor;
  const connections = useCall("connections.list", {}).data ?? [];
  const country = connections.find(({ id }) => id === connectionId)?.settings.country;
  const byRow = mapping.some(({ field }) => field === "country");
  const isOn = findTransform(target.transforms, KIND) !== undefined;
  if (country === undefined && !byRow && !isOn) return null;
  const description =
    country === undefined
      ? t("columns.phoneOfRow")
      : t("columns.phoneOfCountry", { country: countryName(country, i18n.language) });
  return (
    <Switch
      mt="sm"
      label={t(`columns.transform.${KIND}`)}
      description={description}
      checked={isOn}
      onChange={(event) => {
        const next = event.currentTarget.checked ? ({ kind: KIND } as const) : null;
        const transforms = withTransform(target.transforms, KIND, next);
        editor.change(setTransforms(mapping, target.field, transforms));
      }}
    />
  );
}
