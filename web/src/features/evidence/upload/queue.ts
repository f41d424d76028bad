import { canRetry, isUnderWay } from "./upload.ts";
import type { Carrier, Upload } from "./upload.ts";

/** More at once make each slower, and the first one later. */
const atOnce = 2;

/**
 * Files that are being sent. It lives as long as the document, so that one can go on to other pages meanwhile; a file that
 * failed is sent again whole.
 */
export class UploadQueue {
  readonly #carrier: Carrier;
  readonly #listeners = new Set<() => void>();
  readonly #stops = new Map<string, AbortController>();
  #uploads: readonly Upload[] = [];

  constructor(carrier: Carrier) {
    this.#carrier = carrier;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly uploads = (): readonly Upload[] => this.#uploads;

  add(uploads: readonly Omit<Upload, "sent" | "state" | "problem" | "alsoIn">[]): void {
    const added = uploads.map((upload): Upload => ({
      ...upload,
      sent: 0,
      state: "waiting",
      problem: null,
      alsoIn: [],
    }));
    this.#set([...this.#uploads, ...added]);
    this.#go();
  }

  /** Stops it, and forgets it. */
  cancel(id: string): void {
    const upload = this.#uploads.find((one) => one.id === id);
    if (!upload || upload.state === "done") return;
    this.#stops.get(id)?.abort();
    this.#set(this.#uploads.filter((one) => one.id !== id));
    this.#carrier.forget(upload).catch(() => undefined);
    this.#go();
  }

  retry(id: string): void {
    this.#change(id, { state: "waiting", problem: null, sent: 0 });
    this.#go();
  }

  /** All that a connection, or signing in again, may help. */
  retryAll(): void {
    for (const upload of this.#uploads.filter(canRetry)) this.retry(upload.id);
  }

  /** Forgets those that are done or can't be helped. */
  clear(): void {
    this.#set(this.#uploads.filter((upload) => isUnderWay(upload) || canRetry(upload)));
  }

  #go(): void {
    const free = atOnce - this.#uploads.filter(({ state }) => state === "sending").length;
    const next = this.#uploads.filter(({ state }) => state === "waiting").slice(0, free);
    for (const upload of next) void this.#send(upload);
  }

  async #send(upload: Upload): Promise<void> {
    const { id } = upload;
    const stop = new AbortController();
    this.#stops.set(id, stop);
    this.#change(id, { state: "sending", sent: 0 });
    try {
      await this.#carrier.start(upload);
      stop.signal.throwIfAborted();
      await this.#carrier.carry(upload, (sent) => this.#change(id, { sent }), stop.signal);
      stop.signal.throwIfAborted();
      const alsoIn = await this.#carrier.finish(upload);
      this.#change(id, { state: "done", sent: upload.size, alsoIn });
    } catch (error) {
      if (!stop.signal.aborted)
        this.#change(id, { state: "failed", problem: this.#carrier.problemOf(error) });
    } finally {
      if (this.#stops.get(id) === stop) this.#stops.delete(id);
      this.#go();
    }
  }

  #change(id: string, change: Partial<Upload>): void {
    this.#set(this.#uploads.map((one) => (one.id === id ? { ...one, ...change } : one)));
  }

  #set(uploads: readonly Upload[]): void {
    this.#uploads = uploads;
    for (const listener of this.#listeners) listener();
  }
}
