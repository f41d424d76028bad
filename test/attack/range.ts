import { byTheTable } from "../roles/by-the-table.ts";
import { openFixtureServedBy, type Fixture } from "../roles/fixture.ts";
import { inputsFor, type Inputs } from "../roles/mutation-inputs.ts";
import { plantCanaries } from "../roles/plant-canaries.ts";
import { everyRight, type Right } from "../roles/right-by-field.table.ts";
import { lookersShow, reaches } from "../roles/right-by-text.table.ts";
import type { Hole } from "./holes/holes.ts";
import { keepAskedJobs, type AskedJobs } from "./jobs/asked-jobs.ts";
import { createRandom, type Random } from "./random.ts";
import type { Remote } from "./remote.ts";
import type { Tally } from "./tally.ts";
import { openTarget, type Target } from "./target.ts";
import { nobodyReads, Watch, type Reader } from "./watch.ts";

/** How much is tried: in seconds, as a part of the tests, or all there is. */
export type Size = "small" | "full";

/** What an attack happens on: the product, people with every right, texts that betray where they come from. */
export interface Range {
  readonly fixture: Fixture<Remote>;
  readonly inputs: Inputs;
  readonly target: Target;
  readonly watch: Watch;
  readonly asked: AskedJobs;
  readonly tally: Tally;
  readonly random: Random;
  readonly size: Size;
  /** That many of them, chosen by the seed; in a full run all. */
  some<T>(all: readonly T[], inSmall: number): T[];
}

/** One kind of attack. */
export interface Area {
  readonly name: string;
  readonly run: (range: Range) => Promise<void>;
}

export interface RangeOptions {
  readonly tally: Tally;
  readonly seed: number;
  readonly size: Size;
  /** A mistake that was made on purpose. */
  readonly hole?: Hole | undefined;
}

export async function openRange({ tally, seed, size, hole }: RangeOptions): Promise<Range> {
  const watch = new Watch(tally);
  let target: Target | undefined;
  const fixture = await openFixtureServedBy(async (world) => {
    target = await openTarget(world, hole);
    return target.any;
  });
  if (!target) throw new Error("The fixture was opened without a server.");
  const asked = await keepAskedJobs(fixture.world);
  await plantEverywhere(fixture);
  // An attack sends more mail in a minute than people do in a day.
  await fixture.world.rows(
    "update tenancy.mail_limit set by_person_an_hour = 1000000, by_organisation_a_day = 1000000",
  );
  const live = await fixture.world.rows<{ at: string; id: string }>(
    "select organisation_id as at, person_id as id from toetssteen.membership where ended_at is null",
  );
  for (const right of everyRight)
    watch.know(fixture.personas[right].caller, readerOf(fixture, right, live));
  if (hole?.sql !== undefined) await fixture.world.asOperator(hole.sql);
  watch.keep(await secretsIn(fixture));
  target.any.onReply = watch.reply;
  const random = createRandom(seed);
  return {
    fixture,
    inputs: inputsFor(fixture),
    target,
    watch,
    asked,
    tally,
    random,
    size,
    some: (all, inSmall) => (size === "full" ? random.shuffled(all) : random.some(all, inSmall)),
  };
}

/** Every organisation of the fixture, by the name that its texts carry. */
export function placesOf(fixture: Fixture<Remote>): ReadonlyMap<string, string> {
  const { personas, library, support, lonely, body } = fixture;
  return new Map([
    ["library", library.id],
    ["other", personas["coordinator of another library"].person?.organisationId ?? ""],
    ["support", support.id],
    ["lonely", lonely.id],
    ["former", personas["adviser after the library withdrew"].about.organisation.id],
    ["body", body.id],
  ]);
}

async function plantEverywhere(fixture: Fixture<Remote>): Promise<void> {
  for (const [place, id] of placesOf(fixture)) await plantCanaries(fixture.world, id, place);
  await fixture.world.rows(
    `update identity."user" set name = 'kanarie-' || translate(replace(id::text, '-', ''), '0123456789', 'ghijklmnop') || '-user.name'`,
  );
}

const accessLog = ["Query.accessLog", "AccessLogPage.entries", "AccessLogEntry.readerName"];

/** The name by which the texts of a person's account go. */
export function personPlace(id: string): string {
  return id.replaceAll("-", "").replaceAll(/\d/g, (digit) => "ghijklmnop"[Number(digit)] ?? "");
}

/** @param live memberships that have not ended */
function readerOf(
  fixture: Fixture<Remote>,
  right: Right,
  live: readonly { readonly at: string; readonly id: string }[],
): Reader {
  const { person, caller } = fixture.personas[right];
  if (!person) return { ...nobodyReads, name: right };
  const places = [...placesOf(fixture)];
  const own = places.filter(([, id]) => live.some((row) => row.at === id && row.id === person.id));
  const shown = right === "adviser" ? ["library", "other"] : ["library"];
  const appointed = ["support", "lonely", "former", "body"];
  const logged = byTheTable(right, accessLog) === "something" ? ["support", "body"] : [];
  return {
    name: right,
    places: own.filter(([, id]) => id === caller.hat).map(([place]) => place),
    also: [
      `${personPlace(person.id)}/user.name`,
      ...[...own.map(([place]) => place), ...appointed].map(
        (place) => `${place}/organisation.name`,
      ),
      ...logged.flatMap((place) => lookersShow.map((column) => `${place}/${column}`)),
      ...shown.flatMap((place) => (reaches[right] ?? []).map((column) => `${place}/${column}`)),
    ],
  };
}

/** What stands in tables that nobody reads: tokens, passwords, digests, keys. */
async function secretsIn({ world }: Fixture<Remote>): Promise<string[]> {
  const rows = await world.asAdmin(async (query) => {
    const columns = await query<{ of: string; column: string }>(
      `select format('%I.%I', n.nspname, c.relname) as of, quote_ident(a.attname) as column
       from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.atttypid = 'text'::regtype
         and (n.nspname = 'identity' and (c.relname, a.attname) not in (values ('user', 'name'), ('user', 'email'))
           or a.attname ~ '(token|hash|secret)' and n.nspname = 'toetssteen' and a.attname <> 'sha256')`,
    );
    const found = [];
    for (const { of, column } of columns)
      found.push(
        ...(await query<{ secret: string | null }>(
          `select distinct ${column} as secret from ${of} where ${column} is not null`,
        )),
      );
    return found;
  });
  const { secret, databaseUrl, adminUrl } = world.database;
  const passwords = [databaseUrl, adminUrl].map((url) => new URL(url).password);
  return [...rows.map((row) => row.secret ?? ""), secret, ...passwords];
}
