import type { PlainKey } from "../texts/plain-key";
import { useTexts } from "../texts/texts-context";

/** What a form's page got back, as far as its fields show it. */
export type AnsweredForm = {
  readonly errors: Readonly<Record<string, PlainKey>>;
  readonly values: Readonly<Record<string, string>>;
};

type Answered = { readonly error: string | undefined; readonly value: string | undefined; readonly focus: boolean };

/** Per field name: its error in words, what was typed, and whether it takes the focus as the first with an error. */
export function useAnsweredFields(answer: AnsweredForm | undefined): (name: string) => Answered {
  const { t } = useTexts();
  const first = Object.keys(answer?.errors ?? {})[0];
  return (name) => {
    const key = answer?.errors[name];
    return { error: key === undefined ? undefined : t(key), value: answer?.values[name], focus: name === first };
  };
}
