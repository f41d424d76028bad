import { part } from "../../part.ts";

/** What asks before signing out; see `openOutbox`. */
export const leaveDialog = part(() => import("./LeaveDialog.tsx"));
