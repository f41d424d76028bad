import type { Scope } from "../tenancy/scope.ts";
export async function enqueue(_scope: Scope, _task: "mail", _payload: unknown): Promise<void> {}
