import { useEffect, useState } from "react";
import type { ComponentType } from "react";
import { learn } from "../../i18n/language.ts";
import { isMarked } from "../../unsent-mark.ts";
import type { UnsentNoticeProps } from "../outbox/UnsentNotice.tsx";

/** Above every page of an organisation: what sends text that was left behind comes along only where there is some. */
export function UnsentSlot(props: UnsentNoticeProps) {
  const [Notice, setNotice] = useState<ComponentType<UnsentNoticeProps> | null>(null);
  const { personId } = props;
  useEffect(() => {
    if (!isMarked(personId)) return;
    Promise.all([import("../outbox/UnsentNotice.tsx"), learn("outbox", "writing")]).then(
      ([module]) => setNotice(() => module.UnsentNotice),
      // Without a connection it couldn't send anything either; the next page tries again.
      () => undefined,
    );
  }, [personId]);
  return Notice !== null && <Notice {...props} key={props.organisationId} />;
}
