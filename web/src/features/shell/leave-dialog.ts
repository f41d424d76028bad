import { part } from "../../network/part.ts";

/** What asks before signing out; see `openOutbox`. Who has nothing to lose needs neither it nor its words. */
export const leaveDialog = part(() => import("../outbox/LeaveDialog.tsx"));
