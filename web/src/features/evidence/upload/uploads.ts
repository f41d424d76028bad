import type { ApolloClient } from "@apollo/client";
import { useSyncExternalStore } from "react";
import { v7 as uuidv7 } from "uuid";
import {
  EvidenceItemDocument,
  FinishUploadDocument,
  RemoveFileDocument,
  StartUploadDocument,
} from "../../../gql/graphql.ts";
import { loadAnew } from "../../../network/apollo.ts";
import { uploadsBegan } from "../../../network/uploads-begun.ts";
import { organisationHat } from "../../../network/hat.ts";
import { problemOf } from "../../../network/problem.ts";
import { UploadQueue } from "./queue.ts";
import { findSameFile } from "../same-file.ts";
import { sendBytes } from "./send-bytes.ts";
import { isUnderWay } from "./upload.ts";
import type { Carrier, Upload } from "./upload.ts";

/** Where files go; the organisation is the hat under which they are sent, also later. */
export interface Destination {
  readonly organisationId: string;
  readonly evidenceId: string;
  /** The file of which this is a new version. */
  readonly fileId?: string;
}

const files = new Map<string, File>();
let queue: UploadQueue | null = null;

/** Sends files, behind whatever page one goes to. They were checked. */
export function sendFiles(client: ApolloClient, to: Destination, chosen: readonly File[]): void {
  const { organisationId, evidenceId, fileId = null } = to;
  const uploads = chosen.map((file) => {
    const id = uuidv7();
    files.set(id, file);
    return { id, evidenceId, fileId, organisationId, name: file.name, size: file.size };
  });
  open(client).add(uploads);
  uploadsBegan();
}

/** Files that are being sent, were, or could not be. */
export function useUploads(): readonly Upload[] {
  return useSyncExternalStore(
    (listener) => queue?.subscribe(listener) ?? (() => undefined),
    () => queue?.uploads() ?? none,
  );
}
const none: readonly Upload[] = [];

export const cancelUpload = (id: string): void => queue?.cancel(id);
export const retryUpload = (id: string): void => queue?.retry(id);
export const clearUploads = (): void => queue?.clear();

function open(client: ApolloClient): UploadQueue {
  if (queue) return queue;
  const opened = new UploadQueue(carrier(client));
  queue = opened;
  window.addEventListener("online", () => opened.retryAll());
  // The browser asks whether one really wants to go.
  window.addEventListener("beforeunload", (event) => {
    if (opened.uploads().some(isUnderWay)) event.preventDefault();
  });
  opened.subscribe(() => {
    const kept = new Set(opened.uploads().map(({ id }) => id));
    for (const id of files.keys()) if (!kept.has(id)) files.delete(id);
  });
  return opened;
}

function carrier(client: ApolloClient): Carrier {
  const context = ({ organisationId }: Upload) => ({ hat: organisationHat(organisationId) });
  const refresh = ({ organisationId, evidenceId }: Upload) =>
    loadAnew(client, EvidenceItemDocument, { organisationId, id: evidenceId }).catch(
      () => undefined,
    );
  return {
    start: async (upload) => {
      const { organisationId, id, evidenceId, fileId, name, size } = upload;
      const input = { organisationId, id, evidenceId, fileId, name: name || "bestand", size };
      await client.mutate({
        mutation: StartUploadDocument,
        variables: { input },
        context: context(upload),
      });
    },
    carry: (upload, onSent, signal) => {
      const file = files.get(upload.id);
      if (!file) return Promise.reject(new Error("The file is not here any more."));
      return sendBytes(
        { id: upload.id, hat: organisationHat(upload.organisationId) },
        file,
        onSent,
        signal,
      );
    },
    finish: async (upload) => {
      const { organisationId, id } = upload;
      const variables = { input: { organisationId, id, sha256: null } };
      await client.mutate({ mutation: FinishUploadDocument, variables, context: context(upload) });
      const [alsoIn] = await Promise.all([
        findSameFile(client, organisationId, id),
        refresh(upload),
      ]);
      return alsoIn;
    },
    forget: async (upload) => {
      const { organisationId, id, fileId } = upload;
      // Of a new version only the attempt is forgotten, which the server does by itself; the file stays.
      if (fileId !== null) return;
      const variables = { input: { organisationId, id, removed: true } };
      await client.mutate({ mutation: RemoveFileDocument, variables, context: context(upload) });
      await refresh(upload);
    },
    problemOf,
  };
}
