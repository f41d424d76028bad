/**
 * Child processes that never outlive the launcher. Each gets a process group of its own: Ctrl-C in a terminal then
 * reaches the launcher alone (or the launcher and npm, which passes it on once more), and each child gets it once.
 */
import { spawn } from "node:child_process";
import { constants } from "node:os";

const children = new Set();
let stoppingSince = 0;

/**
 * Runs a command to its end and gives its exit code, 128 + n when signal n ended it.
 * @param {string} command
 * @param {string[]} parameters
 * @param {import("node:child_process").SpawnOptions & { onOutput?: (text: string) => void }} options
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
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}

/** Passes signals on to every child and exits once they are gone, with the code of the last. */
export function forwardSignals() {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stop(signal));
  watchNpm();
}

/** @param {NodeJS.Signals} signal */
function stop(signal) {
  const now = Date.now();
  const first = stoppingSince === 0;
  // npm passes on a Ctrl-C that we got from the terminal too; only a later one is a second wish.
  if (!first && now - stoppingSince < 1_000) return;
  if (children.size === 0) process.exit(128 + constants.signals[signal]);
  if (first) {
    stoppingSince = now;
    let code = 0;
    for (const child of children) {
      child.once("exit", (childCode, childSignal) => {
        code = childCode ?? 128 + constants.signals[childSignal];
        children.delete(child);
        if (children.size === 0) process.exit(code);
      });
    }
    setTimeout(() => signalAll("SIGKILL"), 30_000).unref();
  }
  signalAll(first ? signal : "SIGKILL");
}

/** @param {NodeJS.Signals} signal */
function signalAll(signal) {
  for (const child of children) {
    try {
      process.kill(-child.pid, signal);
    } catch {
      // It ended in this moment.
    }
  }
}

/** A killed npm tells nobody; without it nobody would stop the server in its terminal. */
function watchNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop("SIGTERM");
  }, 500).unref();
}
