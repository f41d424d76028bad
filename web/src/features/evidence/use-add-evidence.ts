import { useApolloClient } from "@apollo/client/react";
import { useRef } from "react";
import { v7 as uuidv7 } from "uuid";
import { inputOf } from "./details.ts";
import type { Details } from "./details.ts";
import { sendFiles } from "./upload/uploads.ts";
import { writeEvidence } from "./write-evidence.ts";

export interface NewItem {
  readonly details: Details;
  readonly files: readonly File[];
}

export interface Added {
  readonly id: string;
  readonly title: string;
}

/** Adds documents and begins sending their files. Trying again after a lost connection adds nothing twice. */
export function useAddEvidence(organisationId: string) {
  const client = useApolloClient();
  const ids = useRef<string[]>([]);
  const sent = useRef(new Set<string>());
  return async (items: readonly NewItem[]): Promise<readonly Added[]> => {
    const added: Added[] = [];
    for (const [index, { details, files }] of items.entries()) {
      const id = (ids.current[index] ??= uuidv7());
      const input = inputOf(details, { organisationId, id, baseVersion: 0 });
      const { isWritten, latest } = await writeEvidence(client, input);
      // It had arrived before, and was changed in the form since.
      if (!isWritten) await writeEvidence(client, { ...input, baseVersion: latest.version });
      if (files.length > 0 && !sent.current.has(id))
        sendFiles(client, { organisationId, evidenceId: id }, files);
      sent.current.add(id);
      added.push({ id, title: input.title });
    }
    return added;
  };
}
