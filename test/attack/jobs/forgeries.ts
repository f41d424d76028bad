import { randomUUID } from "node:crypto";
import type { Fixture } from "../../roles/fixture.ts";
import type { Remote } from "../remote.ts";

/** A job as no door of the queue would make it. */
export interface Forgery {
  readonly what: string;
  /** Another task than the one that the payload is for. */
  readonly task?: string;
  /** Whether all its times are over. */
  readonly isOver?: boolean;
  readonly make: (payload: unknown) => unknown;
}

/** What a mailer or a storage might listen to, if it were handed on. */
const beside = {
  cc: "cc@elders.example",
  bcc: ["bcc@elders.example"],
  replyTo: "antwoord@elders.example",
  from: "bestuur@elders.example",
  envelope: { from: "x@elders.example", to: ["envelope@elders.example"] },
  headers: { Bcc: "header@elders.example" },
  attachments: [{ filename: "passwd", path: "/etc/passwd" }],
  raw: { path: "/etc/passwd" },
  html: { path: "/etc/passwd" },
};

/** In another organisation's name, in nobody's, in the name of what is none; with more, less or other than it takes. */
export function forgeries({ library, personas, owner }: Fixture<Remote>): Forgery[] {
  const { person: stranger } = personas["coordinator of another library"];
  const other = { organisationId: stranger?.organisationId, personId: stranger?.id };
  const on =
    (around: object) =>
    (payload: unknown): unknown => ({ ...around, payload });
  const inside = (more: object) => (payload: unknown) => ({
    ...other,
    payload: { ...(payload as object), ...more },
  });
  const past = (payload: unknown): unknown =>
    JSON.parse(JSON.stringify(payload).replaceAll("2100-", "2020-"));
  return [
    { what: "of another organisation", make: on(other) },
    {
      what: "of another organisation, by somebody of the library",
      make: on({ ...other, personId: owner.id }),
    },
    { what: "of no organisation", make: on({ organisationId: null, personId: null }) },
    {
      what: "of an organisation that isn't there",
      make: on({ organisationId: randomUUID(), personId: null }),
    },
    {
      what: "of two organisations",
      make: on({ ...other, organisationId: [other.organisationId, library.id] }),
    },
    {
      what: "of an organisation with SQL in it",
      make: on({ ...other, organisationId: `${library.id}' or true --` }),
    },
    {
      what: "of an organisation that leads to another's folder",
      make: on({ ...other, organisationId: `${other.organisationId}/../${library.id}` }),
    },
    {
      what: "with the library in its payload",
      make: inside({ organisationId: library.id, personId: owner.id, hat: library.id }),
    },
    { what: "with more in it", make: inside(beside) },
    {
      what: "with more in its values",
      make: (payload) => ({
        ...other,
        payload: { ...(payload as object), values: { ...valuesOf(payload), ...beside } },
      }),
    },
    {
      what: "to several",
      make: inside({ to: ["een@elders.example", "twee@elders.example"] }),
    },
    {
      what: "to several in one text",
      make: inside({ to: "een@elders.example, twee@elders.example" }),
    },
    {
      what: "to an address that ends its line",
      make: inside({ to: "een@elders.example\r\nRCPT TO:<twee@elders.example>" }),
    },
    {
      what: "with a name that ends its line",
      make: (payload) => ({
        ...other,
        payload: {
          ...(payload as object),
          values: { ...valuesOf(payload), name: "x\r\nBcc: drie@elders.example\r\n\r\nx" },
        },
      }),
    },
    { what: "that is a list", make: (payload) => [on(other)(payload)] },
    { what: "without anything around it", make: (payload) => payload },
    { what: "that is nothing", make: () => null },
    { what: "whose time is over", isOver: true, make: (payload) => on(other)(past(payload)) },
    { what: "as a task that there isn't", task: "shell", make: on(other) },
  ];
}

const valuesOf = (payload: unknown) => (payload as { values?: object }).values ?? {};
