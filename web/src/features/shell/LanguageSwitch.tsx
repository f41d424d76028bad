import { useLingui } from "@lingui/react/macro";
import { useRouter } from "@tanstack/react-router";
import { useSubmission } from "../../network/use-submission.ts";
import { FailureAlert } from "../identity/FailureAlert.tsx";
import { speak } from "../../i18n/language.ts";
import type { Language } from "../../i18n/language.ts";
import { Segments } from "../../ui/Segments.tsx";

const options = [
  { value: "nl", label: "Nederlands", sign: "NL", language: "nl" },
  { value: "en", label: "English", sign: "EN", language: "en" },
] as const;

export function LanguageSwitch() {
  const { t, i18n } = useLingui();
  const router = useRouter();
  const { failure, submit } = useSubmission();
  const change = async (language: Language) => {
    await speak(language, { remember: true });
    // The texts of the norm come from the server, in the language the loaders ask for.
    await router.invalidate();
  };
  return (
    <div>
      <Segments
        label={t`Taal`}
        value={i18n.locale as Language}
        options={options}
        onChange={(language) => submit(() => change(language))}
      />
      <FailureAlert failure={failure} />
    </div>
  );
}
