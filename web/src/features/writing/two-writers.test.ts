import fc from "fast-check";
import { expect, test } from "vitest";
import * as drafts from "./draft.ts";
import type { Draft, Merge, Latest } from "./draft.ts";
import { mergerOf, rules } from "./merge-words.ts";

/**
 * Two people in one text, a server that keeps the promise of its mutations (a stale version writes nothing; the same
 * words sent again by the same person count as written), and a connection that loses requests and replies.
 */
type Words = { readonly body: string };

class Server {
  latest: Latest<Words> = { words: { body: "" }, version: 0, changedAt: null, changedBy: null };
  /** Every text that stood, with who wrote it over which. */
  readonly written: { by: string; body: string; over: string }[] = [];

  write(by: string, words: Words, baseVersion: number): "saved" | "clash" {
    const { version, changedBy } = this.latest;
    const isRepeated =
      version === baseVersion + 1 &&
      changedBy?.personId === by &&
      drafts.same(words, this.latest.words);
    if (isRepeated) return "saved";
    if (version !== baseVersion) return "clash";
    this.written.push({ by, body: words.body, over: this.latest.words.body });
    const changedBy_ = { personId: by, name: by };
    this.latest = { words, version: version + 1, changedAt: null, changedBy: changedBy_ };
    return "saved";
  }
}

class Writer {
  draft: Draft<Words>;
  /** All texts of others that this writer had before their eyes. */
  readonly seen = new Set([""]);
  typed = 0;

  constructor(
    readonly name: string,
    readonly server: Server,
    readonly merge?: Merge<Words>,
  ) {
    this.draft = drafts.begin(server.latest, null, merge);
  }

  /** A new text with every word; a sentence more where texts are merged. */
  private next(): string {
    const sentence = `${this.name} ${this.typed}`;
    return this.merge ? `${this.draft.words.body} ${sentence}.`.trim() : sentence;
  }

  act(step: Step): void {
    switch (step) {
      case "type":
        this.typed += 1;
        this.draft = drafts.write(this.draft, { body: this.next() });
        break;
      case "undo":
        this.draft = drafts.write(this.draft, this.draft.latest.words);
        break;
      case "send":
      case "lose request":
      case "lose reply":
        this.#send(step);
        break;
      case "load":
        this.draft = drafts.hear(this.draft, this.server.latest, this.merge);
        break;
      case "close":
        this.draft = drafts.begin(this.server.latest, drafts.keep(this.draft), this.merge);
        break;
      case "keep mine":
        this.draft = drafts.choose(this.draft, this.draft.words);
        break;
    }
    for (const { words } of [
      this.draft.latest,
      ...(this.draft.clash ? [this.draft.clash.theirs] : []),
    ])
      this.seen.add(words.body);
  }

  #send(how: "send" | "lose request" | "lose reply"): void {
    if (!["waiting", "troubled"].includes(drafts.phase(this.draft))) return;
    this.draft = drafts.send(this.draft);
    const { words, latest } = this.draft;
    const result =
      how === "lose request" ? null : this.server.write(this.name, words, latest.version);
    if (how !== "send" || result === null) this.draft = drafts.fail(this.draft, "connection");
    else if (result === "saved") this.draft = drafts.confirm(this.draft, this.server.latest);
    else this.draft = drafts.refuse(this.draft, this.server.latest, this.merge);
  }
}

const steps = [
  "type",
  "undo",
  "send",
  "lose request",
  "lose reply",
  "load",
  "close",
  "keep mine",
] as const;
type Step = (typeof steps)[number];

const story = fc.array(fc.record({ who: fc.constantFrom(0, 1), step: fc.constantFrom(...steps) }), {
  maxLength: 40,
});

function play(acts: readonly { who: number; step: Step }[], merge?: Merge<Words>) {
  const server = new Server();
  const writers = [new Writer("Noor", server, merge), new Writer("Sanne", server, merge)] as const;
  for (const { who, step } of acts) writers[who === 0 ? 0 : 1].act(step);
  return { server, writers };
}

test("nobody's text is written over by somebody who had not seen it", () => {
  fc.assert(
    fc.property(story, (acts) => {
      const { server, writers } = play(acts);
      for (const { by, over } of server.written) {
        const writer = writers.find(({ name }) => name === by);
        expect(over.startsWith(by) || writer?.seen.has(over)).toBe(true);
      }
    }),
  );
});

test("what somebody typed last is on their screen or on the server, whatever got lost on the way", () => {
  fc.assert(
    fc.property(story, fc.constantFrom(0, 1), (acts, who) => {
      const { writers } = play([...acts, { who, step: "type" }]);
      const writer = writers[who === 0 ? 0 : 1];
      const last = `${writer.name} ${writer.typed}`;
      for (const step of ["close", "lose reply", "close", "lose request", "load", "close"] as const)
        writer.act(step);
      expect([writer.draft.words.body, writer.server.latest.words.body]).toContain(last);
    }),
  );
});

test("once the connection is back everything is saved, or a person is asked to choose", () => {
  fc.assert(
    fc.property(story, (acts) => {
      const { server, writers } = play(acts);
      for (const writer of writers) {
        // A lost reply takes one more: first what stands turns out to be one's own, then the rest goes.
        for (let attempt = 0; attempt < 3; attempt += 1) writer.act("send");
        writer.act("load");
        expect(["clean", "clashing"]).toContain(drafts.phase(writer.draft));
      }
      const [, last] = writers;
      if (drafts.phase(last.draft) === "clean")
        expect(last.draft.words).toEqual(server.latest.words);
    }),
  );
});

test("what two people add sentence by sentence is there in the end, each sentence once", () => {
  // Without what takes sentences away on purpose; a lost reply is another matter, and asked.
  const adding = fc.array(
    fc.record({
      who: fc.constantFrom(0, 1),
      step: fc.constantFrom("type", "send", "load", "close", "lose request"),
    }),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(adding, (acts) => {
      const { server, writers } = play(acts, mergerOf(rules.passage));
      for (const step of ["send", "send", "send"] as const)
        for (const writer of writers) writer.act(step);
      for (const writer of writers) expect(drafts.phase(writer.draft)).not.toBe("clashing");
      const { body } = server.latest.words;
      for (const { name, typed } of writers)
        for (let number = 1; number <= typed; number += 1)
          expect(body.split(`${name} ${number}.`)).toHaveLength(2);
    }),
  );
});
