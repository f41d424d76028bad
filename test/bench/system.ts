import { readdirSync, readFileSync, writeFileSync } from "node:fs";

/** Linux counts processor time in ticks of a hundredth of a second. */
const tickInMs = 10;

/** Processor time that processes used so far, in milliseconds, as the operating system counts it. */
export function cpuMsOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + ticksOf(pid) * tickInMs, 0);
}

/** Lets the most memory of a process count from now on. */
export function forgetPeakMemory(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, "5");
}

/** Most memory that a process had resident, in megabytes (1,000,000 bytes). */
export function peakMemoryMbOf(pid: number): number {
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return (Number(kilobytes) * 1024) / 1_000_000;
}

/**
 * A process with everything it started that still runs, and the processor time of what ended: a PostgreSQL backend that
 * is gone has left its time with the postmaster.
 */
export function withChildren(pid: number): number[] {
  const parents = new Map<number, number[]>();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const parent = statOf(Number(name))?.parent;
    if (parent !== undefined) parents.set(parent, [...(parents.get(parent) ?? []), Number(name)]);
  }
  const found = [pid];
  for (const one of found) found.push(...(parents.get(one) ?? []));
  return found;
}

function ticksOf(pid: number): number {
  const stat = statOf(pid);
  return stat === null ? 0 : stat.ticks;
}

/** Null for a process that is gone. */
function statOf(pid: number): { parent: number; ticks: number } | null {
  let text;
  try {
    text = readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    return null;
  }
  // The name, in parentheses, may contain anything; what follows it are numbers.
  const fields = text
    .slice(text.lastIndexOf(")") + 2)
    .split(" ")
    .map(Number);
  const [utime = 0, stime = 0, ofEndedUser = 0, ofEndedSystem = 0] = fields.slice(11, 15);
  return { parent: fields[1] ?? 0, ticks: utime + stime + ofEndedUser + ofEndedSystem };
}
