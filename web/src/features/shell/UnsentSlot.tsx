import { useState } from "react";
import { loadMessages } from "../../i18n/language.ts";
import { part } from "../../network/part.ts";
import { isMarked } from "../../network/unsent-mark.ts";
import { useWanted } from "../../network/use-wanted.ts";
import type { UnsentNoticeProps } from "../outbox/UnsentNotice.tsx";

const unsentNotice = part(() => import("../outbox/UnsentNotice.tsx"));

/** Above every page of an organisation: what sends text that was left behind comes along only where there is some. */
export function UnsentSlot(props: UnsentNoticeProps) {
  const isLeft = isMarked(props.personId);
  // Once all was sent there is nothing left, but that is what it has to tell.
  const [isWanted, setWanted] = useState(isLeft);
  if (isLeft && !isWanted) setWanted(true);
  // Without a connection it couldn't send anything either.
  const { come } = useWanted(loadNotice, isWanted, { byItself: true });
  return come !== null && <come.UnsentNotice {...props} key={props.organisationId} />;
}

async function loadNotice() {
  const [notice] = await Promise.all([unsentNotice.load(), loadMessages("outbox", "writing")]);
  return notice;
}
