import { loadMessages } from "../../i18n/language.ts";
import { useWanted } from "../../network/use-wanted.ts";
import { RecentActivity } from "../activity/RecentActivity.tsx";
import { useOverview } from "../self-evaluation/use-overview.ts";
import { Calendar } from "./Calendar.tsx";
import { LateParts } from "./LateParts.tsx";
import { SubmittedNorms } from "./SubmittedNorms.tsx";
import styles from "./TodayAside.module.css";

const words = async () => {
  await loadMessages("next-step");
  return true;
};

/** Beside today's page: what is late, what was submitted, what holds after the edition, and what others did. */
export function TodayAside({ organisation }: { readonly organisation: string }) {
  const overview = useOverview();
  const { come } = useWanted(words, true, { byItself: true });
  return (
    <div className={styles.aside}>
      {come !== null && (
        <>
          {overview !== null && <Calendar cycle={overview.cycle} />}
          <LateParts organisation={organisation} />
          <SubmittedNorms organisation={organisation} />
        </>
      )}
      <RecentActivity organisation={organisation} />
    </div>
  );
}
