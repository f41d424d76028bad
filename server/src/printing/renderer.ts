import { Refusal } from "../refusal.ts";
import type { Outline } from "./outline.ts";
import { startProcess, type ProcessLimits, type RenderProcess } from "./process-of-renderer.ts";
import type { RenderRequest, Made } from "./render-process.ts";
import { createTurns, type Share } from "./turns.ts";

export interface Renderer {
  /** @throws {Refusal} BUSY when too many wait already · PRINT_TOO_LARGE */
  render(format: RenderRequest["format"], outline: Outline, share: Share): Promise<Uint8Array>;
  /** Returns once every process is gone. */
  close(): Promise<void>;
  /** Ids of the processes that there are now. */
  processes(): number[];
}

export interface Limits extends ProcessLimits {
  /** How many documents are made at once, each for another organisation. */
  readonly lanes: number;
  /** The longest that one may take by the clock, in milliseconds: a machine may be busy with something else. */
  readonly longestWait: number;
  /** With more than this left when it is done, in bytes, a process is replaced by a new one. */
  readonly mostKept: number;
  /** How long in milliseconds a process is kept when nobody asks for anything. */
  readonly idle: number;
}

const usual: Limits = {
  lanes: 2,
  longest: 30_000,
  longestWait: 90_000,
  mostMemory: 1_500_000_000,
  mostKept: 400_000_000,
  idle: 60_000,
};

interface Waiting {
  readonly request: RenderRequest;
  readonly done: (bytes: Uint8Array) => void;
  readonly fail: (error: Error) => void;
}

interface Lane {
  process: RenderProcess | undefined;
  busy: { readonly share: Share; readonly item: Waiting } | undefined;
  timer: NodeJS.Timeout | undefined;
}

/**
 * Makes documents in processes of their own: setting a long one takes seconds, in which nobody else would be answered, and
 * memory that only goes back with a process. They are made in turn by organisation, at most one at a time for each, so
 * that another's is never behind one that was made to be slow. A process is started by the first that is request for.
 */
export function createRenderer(limits: Partial<Limits> = {}): Renderer {
  const all = { ...usual, ...limits };
  const { lanes: count, longestWait, mostKept, idle } = all;
  const turns = createTurns<Waiting>();
  const lanes = Array.from({ length: count }, (): Lane => ({
    process: undefined,
    busy: undefined,
    timer: undefined,
  }));
  const ending = new Set<Promise<void>>();
  let request = 0;

  const stop = (lane: Lane) => {
    const gone = lane.process?.kill();
    lane.process = undefined;
    if (!gone) return;
    ending.add(gone);
    void gone.then(() => ending.delete(gone));
  };
  const wait = (lane: Lane, milliseconds: number, then: () => void) => {
    clearTimeout(lane.timer);
    lane.timer = setTimeout(then, milliseconds);
    lane.timer.unref();
  };
  const begin = () => {
    for (const lane of lanes) {
      if (lane.busy) continue;
      const next = turns.take(lanes.flatMap(({ busy }) => (busy ? [busy.share] : [])));
      if (!next) return;
      lane.busy = next;
      wait(lane, longestWait, () => lose(lane, new Refusal("PRINT_TOO_LARGE")));
      lane.process ??= start(lane);
      lane.process.send(next.item.request);
    }
  };
  const end = (lane: Lane): Waiting | undefined => {
    const ended = lane.busy?.item;
    lane.busy = undefined;
    wait(lane, idle, () => stop(lane));
    return ended;
  };
  /** What a process is in the middle of can't be broken off: it is ended with it. */
  const lose = (lane: Lane, error: Error) => {
    stop(lane);
    end(lane)?.fail(error);
    begin();
  };
  const take = (lane: Lane, made: Made) => {
    if (made.id !== lane.busy?.item.request.id) return;
    if (made.memory > mostKept) stop(lane);
    const ended = end(lane);
    if ("bytes" in made) ended?.done(made.bytes);
    else if (made.isTooLarge) ended?.fail(new Refusal("PRINT_TOO_LARGE"));
    else ended?.fail(new Error(`A document could not be made: ${made.failed}`));
    begin();
  };
  const start = (lane: Lane): RenderProcess => {
    const started = startProcess(all, {
      made: (made) => take(lane, made),
      exceeded: () => lane.process === started && lose(lane, new Refusal("PRINT_TOO_LARGE")),
      ended: () =>
        lane.process === started &&
        lose(lane, new Error("The process that makes documents ended.")),
    });
    return started;
  };

  return {
    render(format, outline, share) {
      return new Promise((done, fail) => {
        const waiting = { request: { id: (request += 1), format, outline }, done, fail };
        if (turns.add(share, waiting)) begin();
        else fail(new Refusal("BUSY"));
      });
    },
    async close() {
      const left = [...lanes.flatMap(({ busy }) => (busy ? [busy.item] : [])), ...turns.clear()];
      for (const lane of lanes) {
        clearTimeout(lane.timer);
        lane.busy = undefined;
        stop(lane);
      }
      await Promise.all(ending);
      for (const { fail } of left) fail(new Refusal("BUSY"));
    },
    processes: () => lanes.flatMap(({ process }) => (process ? [process.id] : [])),
  };
}
