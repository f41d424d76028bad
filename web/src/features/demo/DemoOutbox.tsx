import { Trans } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import { loadMessages } from "../../i18n/language.ts";
import { Notice } from "../../ui/Notice.tsx";

/** In a demonstration no mail goes out: where it can be read instead. Elsewhere nothing. */
export function DemoOutbox() {
  const [isThere, setThere] = useState(false);
  useEffect(() => void findOutbox().then(setThere), []);
  if (!isThere) return null;
  return (
    <Notice kind="attention" small>
      <p>
        <Trans>
          Dit is een demonstratie: er gaat geen mail de deur uit. Je leest hem in de{" "}
          <a href="/demo/outbox" target="_blank">
            uitgaande post
          </a>
          .
        </Trans>
      </p>
    </Notice>
  );
}

async function findOutbox(): Promise<boolean> {
  try {
    const accounts = await fetch("/demo/accounts.json");
    if (!accounts.headers.get("content-type")?.includes("json")) return false;
    if (!accounts.ok || !(await fetch("/demo/outbox", { method: "HEAD" })).ok) return false;
    await loadMessages("demo");
    return true;
  } catch {
    return false;
  }
}
