import type { PlainDate } from "@toetssteen/norms";
import { addPeriod, dayInAmsterdam, quarterOf } from "@toetssteen/norms";
import { v7 as uuidv7 } from "uuid";
import type { DemoLibrary, DemoOrganisation, Written } from "./content/content.ts";

/** A row of a table of the schema `toetssteen`, by column. */
export type Row = Readonly<Record<string, unknown>>;

/** Ids of people by what stands before the @ of their address. */
export type PersonIds = ReadonlyMap<string, string>;

const dayInMs = 86_400_000;

/** Collects rows by table, and knows what a day and a name of the content mean. */
export class RowMaker {
  readonly rows = new Map<string, Row[]>();
  readonly #people: PersonIds;
  readonly #now: Date;
  #made = 0;

  constructor(people: PersonIds, now: Date) {
    this.#people = people;
    this.#now = now;
  }

  add(table: string, row: Row): void {
    const rows = this.rows.get(table);
    if (rows) rows.push(row);
    else this.rows.set(table, [row]);
  }

  /** @throws for a name that the content doesn't have */
  person(key: string): string {
    const id = this.#people.get(key);
    if (id === undefined) throw new Error(`The demonstration has nobody called ${key}.`);
    return id;
  }

  /** In working hours of that day; what is made later in the content lies later. */
  at({ daysAgo }: Pick<Written, "daysAgo">): Date {
    const day = new Date(this.#now.getTime() - daysAgo * dayInMs);
    day.setUTCHours(8, 0, 0, 0);
    const minutes = (this.#made++ * 7) % 480;
    return new Date(Math.min(day.getTime() + minutes * 60_000, this.#now.getTime() - 60_000));
  }

  id(at: Date): string {
    return uuidv7({ msecs: at.getTime() });
  }

  day(inDays: number): PlainDate {
    return addPeriod(dayInAmsterdam(this.#now), { days: inDays });
  }
}

/** An organisation with its members. */
export function addOrganisation(make: RowMaker, organisation: DemoOrganisation): void {
  const { id, name, appointedAs, people } = organisation;
  const since = make.at({ daysAgo: 400 });
  make.add("organisation", { id, name, created_at: since });
  if (appointedAs) make.add("appointment", { organisation_id: id, appointed_as: appointedAs });
  for (const person of people) {
    const person_id = make.person(keyOf(person.email));
    make.add("membership", {
      organisation_id: id,
      person_id,
      name: person.name,
      roles: person.roles,
      since,
    });
  }
}

/** What makes an organisation a library: its profile and its cycle. */
export function addLibrary(make: RowMaker, library: DemoLibrary): void {
  const { id: organisation_id, cycleId } = library;
  make.add("library_profile", {
    organisation_id,
    vob_member: library.vobMember,
    runs_ido: library.runsIdo,
    locations: library.locations,
  });
  const expires = make.day(library.expiresInDays);
  const audit = library.auditInDays === null ? null : make.day(library.auditInDays);
  make.add("cycle", {
    organisation_id,
    id: cycleId,
    edition: "kwaliteit-in-beeld-2",
    certificate_expires_on: expires,
    announced_quarter: library.announced ? quarterOf(audit ?? expires) : null,
    audit_on: audit,
    opened_at: make.at({ daysAgo: 380 }),
  });
}

export function keyOf(email: string): string {
  return email.slice(0, email.indexOf("@"));
}
