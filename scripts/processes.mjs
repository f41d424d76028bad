/**
 * Child processes that never outlive the launcher. Each gets a process group of its own: Ctrl-C in a terminal then
 * reaches the launcher alone (or the launcher and npm, which passes it on once more), and each child gets it once.
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { constants } from "node:os";

/** @typedef {import("node:child_process").SpawnOptions} SpawnOptions */

/** @type {Set<import("node:child_process").ChildProcess>} */
const children = new Set();
let stoppingSince = 0;
/** Longer than a server takes that answers what it was asked before it goes. */
const longestEndInMs = 30_000;

/**
 * Runs a command to its end and gives its exit code, 128 + n when signal n ended it.
 * @param {string} command
 * @param {string[]} parameters
 * @param {SpawnOptions & { onOutput?: (text: string) => void }} options
 * @returns {Promise<number>}
 */
export function run(command, parameters, { onOutput, ...options }) {
  // A group may still be starting: nothing new begins once we are stopping.
  if (stoppingSince > 0) return new Promise(() => {});
  const child = spawn(command, parameters, { ...options, detached: true });
  children.add(child);
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text) => onOutput?.(text));
  }
  return new Promise((resolve) => {
    child.once("error", (error) => {
      children.delete(child);
      onOutput?.(`${error.message}\n`);
      resolve(127);
    });
    child.once("close", (code, signal) => {
      children.delete(child);
      resolve(exitCode(code, signal));
    });
  });
}

/**
 * As a shell gives it.
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
function exitCode(code, signal) {
  return code ?? (signal ? 128 + constants.signals[signal] : 1);
}

/** Passes signals on to every child and exits once they are gone, with the code of the last. */
export function forwardSignals() {
  process.on("SIGINT", stopOrKill).on("SIGTERM", stop).on("SIGHUP", stop);
  watchNpm();
}

/**
 * A second Ctrl-C is impatience, and kills. Nothing else is: a service manager says its wish once, but it reaches us
 * from npm, from the group and by npm's end.
 */
function stopOrKill() {
  const again = stoppingSince > 0;
  // npm passes on a Ctrl-C that we got from the terminal too; only a later one is a second wish.
  if (again && Date.now() - stoppingSince > 1_000) signalAll("SIGKILL");
  else stop("SIGINT");
}

/**
 * Says so once to every child, whoever asks how often, and kills what is still there after a while.
 * @param {NodeJS.Signals} signal
 */
function stop(signal) {
  if (stoppingSince > 0) return;
  if (children.size === 0) process.exit(exitCode(null, signal));
  stoppingSince = Date.now();
  let code = 0;
  for (const child of children) {
    child.once("exit", (childCode, childSignal) => {
      code = exitCode(childCode, childSignal);
      children.delete(child);
      if (children.size === 0) process.exit(code);
    });
  }
  setTimeout(() => signalAll("SIGKILL"), longestEndInMs).unref();
  signalAll(signal);
}

/** @param {NodeJS.Signals} signal */
function signalAll(signal) {
  for (const child of children) {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, signal);
    } catch {
      // It ended in this moment.
    }
  }
}

/** A killed npm tells nobody, and without it nobody stops us: so we stop when it is gone, or the shell between us. */
function watchNpm() {
  if (process.env["npm_lifecycle_event"] === undefined) return;
  const ancestors = () => `${process.ppid} ${parentOf(process.ppid)}`;
  const first = ancestors();
  setInterval(() => {
    if (ancestors() !== first) stop("SIGTERM");
  }, 500).unref();
}

/**
 * The parent of another process, where the system shows it.
 * @param {number} pid
 */
function parentOf(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name of a process may hold spaces and brackets; the fields are counted after its last bracket.
    return status.slice(status.lastIndexOf(")") + 2).split(" ")[1];
  } catch {
    return undefined;
  }
}
