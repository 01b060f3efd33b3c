import { Radio } from "@mantine/core";
import styles from "./options.module.css";

export interface RadioChoice<V extends string> {
  readonly value: V;
  readonly title: string;
  readonly text: string;
  readonly tag?: string;
}

export interface RadioCardsProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly choices: readonly RadioChoice<V>[];
  readonly onChange: (value: V) => void;
}

/** A choice of few, each with its consequence in a sentence. */
export function RadioCards<V extends string>(props: RadioCardsProps<V>) {
  return (
    <Radio.Group
      aria-label={props.label}
      value={props.value}
      onChange={(value: string) => {
        const chosen = props.choices.find((one) => one.value === value);
        if (chosen !== undefined) props.onChange(chosen.value);
      }}
    >
      <div className={styles.choices}>
        {props.choices.map((choice) => (
          <Radio.Card key={choice.value} value={choice.value} className={styles.choice ?? ""}>
            <Radio.Indicator />
            <div>
              <div className={styles.choiceTitle}>
                {choice.title}
                {choice.tag !== undefined && <span className={styles.choiceTag}>{choice.tag}</span>}
              </div>
              <div className={styles.choiceText}>{choice.text}</div>
            </div>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}
