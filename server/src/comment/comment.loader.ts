import DataLoader from "dataloader";
import type { Scope } from "../tenancy/scope.ts";
import { findThreads } from "./comment.sql.ts";
import type { CommentThread } from "./comment.type.ts";

/** Gives the threads beside a part; those of all parts that are asked for at once come in one statement. */
export type ThreadsOf = (part: string) => Promise<CommentThread[]>;

export function createThreadsOf(scope: Scope, organisationId: string, cycleId: string): ThreadsOf {
  const threads = new DataLoader<string, CommentThread[]>(async (parts) => {
    const found = await findThreads(scope, { organisationId, cycleId }, parts);
    const byPart = Map.groupBy(found, ({ part }) => part);
    return parts.map((part) => byPart.get(part) ?? []);
  });
  return (part) => threads.load(part);
}
