import { randomUUID } from "node:crypto";
import type { Role } from "@toetssteen/server/rights/kinds";
import { openServer, type Api, type Caller, type Server } from "../support/app.ts";
import { openReaders, type Readers } from "../support/readers.ts";
import {
  openWorld,
  type Library,
  type Member,
  type Organisation,
  type Person,
  type World,
} from "../support/scenario.ts";
import { fillEvidence, shelf } from "./fixture-evidence.ts";
import { fillHistory, fillLibrary, invite } from "./fixture-rows.ts";
import type { Right } from "./right-by-field.table.ts";

/** One organisation with somebody who stays, somebody who left, and an invitation of each kind. */
export interface Place {
  readonly organisation: Organisation;
  readonly stays: Person;
  readonly left: Person;
  readonly invitation: { readonly open: string; readonly withdrawn: string };
  /** A role that means something here. */
  readonly role: Role;
}

export interface Persona {
  readonly caller: Caller;
  /** The person; null for nobody. */
  readonly person: Member | null;
  /** What they ask about. */
  readonly about: Place;
}

/** A library with everything in it, those who read it from outside, and somebody for every right. */
export interface Fixture<Served extends Api = Server> {
  readonly world: World;
  readonly server: Served;
  readonly readers: Readers;
  readonly library: Library;
  readonly support: Organisation;
  readonly body: Organisation;
  /** A support organisation that no library lets look. */
  readonly lonely: Organisation;
  /** Somebody to carry out plans. */
  readonly owner: Person;
  /** Somebody to give mandates to. */
  readonly spareAuditor: Member;
  /** Ids of what stands in the library, and of what others hold about it. */
  readonly ids: {
    readonly submission: string;
    readonly oversight: string;
    readonly withdrawnOversight: string;
    readonly mandate: string;
    readonly withdrawnMandate: string;
    readonly activity: string;
    readonly accessLog: string;
    readonly evidence: string;
    readonly evidenceUse: string;
    readonly file: string;
  };
  /** Of the open invitation at the library. */
  readonly invitationToken: string;
  readonly personas: Readonly<Record<Right, Persona>>;
}

const invitationToken = "een-token-van-een-uitnodiging";

/** At the top level of a test file. */
export async function openFixture(): Promise<Fixture> {
  return openFixtureServedBy(openServer);
}

/** @param serve starts the server on the world's database */
export async function openFixtureServedBy<Served extends Api>(
  serve: (world: World) => Promise<Served>,
): Promise<Fixture<Served>> {
  const world = await openWorld();
  const server = await serve(world);
  const readers = openReaders(world, server);
  const library = await world.library({ name: "Bibliotheek Aalscholver" });
  const other = await world.library({ name: "Bibliotheek Buizerd" });
  const support = await readers.supportOrganisation("Ondersteuning Noord");
  const lonely = await readers.supportOrganisation("Ondersteuning Zuid");
  const former = await readers.supportOrganisation("Ondersteuning West");
  const body = await readers.certificationBody("Keurders");

  const place = async (organisation: Organisation, role: Role): Promise<Place> => {
    const manager = await world.member(organisation, "administrator");
    const [stays, left] = [await world.member(organisation, role), await world.person()];
    await world.membership(left, organisation, [role], { ended: true });
    // Found by the letter that is looked for, as a text of every kind is.
    await world.membership(await world.person("Tess Aalders"), organisation, [role]);
    const invitation = { open: randomUUID(), withdrawn: randomUUID() };
    for (const [state, id] of Object.entries(invitation))
      await invite(world, organisation, manager, role, {
        id,
        token: state === "open" && organisation === library ? invitationToken : id,
        withdrawn: state === "withdrawn",
      });
    return { organisation, stays, left, invitation, role };
  };
  const places = {
    library: await place(library, "reader"),
    other: await place(other, "reader"),
    support: await place(support, "adviser"),
    lonely: await place(lonely, "adviser"),
    former: await place(former, "adviser"),
    body: await place(body, "office"),
  };

  const administrator = await world.member(library, "administrator");
  const coordinator = await world.member(library, "quality_coordinator");
  const colleague = await world.member(library, "colleague");
  const director = await world.member(library, "director");
  const reader = await world.member(library, "reader");
  const office = await world.member(body, "office");
  const auditor = await world.member(body, "auditor");
  const adviser = await world.member(support, "adviser");
  const supportAdministrator = await world.member(support, "administrator");
  const stranger = await world.member(other, "quality_coordinator", "administrator");

  await fillLibrary(world, readers, library, coordinator, colleague, {
    administrator,
    director,
    reader,
  });
  await fillEvidence(world, library, colleague);
  // Before the one that is read, so that the planning has a page after its first.
  await readers.submit(coordinator, library, "7");
  const submission = await readers.submit(coordinator, library);
  // So that something was written since.
  await world.rows(
    "update toetssteen.passage set body = body || ' Later.' where organisation_id = $1 and part = '4.V1'",
    [library.id],
  );
  const oversight = await readers.oversight(library, administrator, support);
  const withdrawnOversight = await readers.oversight(library, administrator, former, {
    withdrawn: true,
  });
  await readers.oversight(other, stranger, support);
  const on = { library, submissionId: submission };
  const mandated = async (times: Parameters<Readers["mandate"]>[4]) => {
    const member = await world.member(body, "auditor");
    return { member, mandate: await readers.mandate(body, office, member, on, times) };
  };
  const mandate = await readers.mandate(body, office, auditor, on);
  const before = await mandated({ opens: "6 hours" });
  const after = await mandated({ closes: "-1 second" });
  const withdrawn = await mandated({ withdrawn: true });
  const left = await mandated({});
  await world.rows("update toetssteen.membership set ended_at = now() where person_id = $1", [
    left.member.id,
  ]);
  const demoted = await mandated({});
  await world.rows(
    "update toetssteen.membership set roles = '{administrator}' where person_id = $1",
    [demoted.member.id],
  );
  const removed = { ...(await world.person()), organisationId: library.id };
  await world.membership(removed, library, ["administrator"], { ended: true });
  const removedToken = await world.session(removed);
  const expiredToken = await world.session(administrator, { expired: true });
  const { activity, accessLog } = await fillHistory(world, library, coordinator);

  const own = (member: Member, about: Place): Persona => ({
    caller: server.as(member),
    person: member,
    about,
  });
  const naming = (member: Member, hat: string | undefined): Persona => ({
    caller: readers.under(member, hat),
    person: member,
    about: places.library,
  });
  const personas: Record<Right, Persona> = {
    administrator: own(administrator, places.library),
    quality_coordinator: own(coordinator, places.library),
    colleague: own(colleague, places.library),
    director: own(director, places.library),
    reader: own(reader, places.library),
    "administrator of a support organisation": own(supportAdministrator, places.support),
    "administrator of a certification body": own(
      await world.member(body, "administrator"),
      places.body,
    ),
    adviser: own(adviser, places.support),
    "adviser whom nobody lets look": own(await world.member(lonely, "adviser"), places.lonely),
    "adviser after the library withdrew": own(await world.member(former, "adviser"), places.former),
    office: own(office, places.body),
    auditor: own(auditor, places.body),
    "auditor within the mandate": naming(auditor, mandate.id),
    "adviser who names the library": naming(adviser, support.id),
    "office that names the library": naming(office, body.id),
    "administrator of a support organisation who names the library": naming(
      supportAdministrator,
      support.id,
    ),
    "auditor who names the library under the hat of the certification body": naming(
      auditor,
      body.id,
    ),
    "auditor before the mandate": naming(before.member, before.mandate.id),
    "auditor after the mandate": naming(after.member, after.mandate.id),
    "auditor whose mandate was withdrawn": naming(withdrawn.member, withdrawn.mandate.id),
    "auditor who left the certification body": naming(left.member, left.mandate.id),
    "auditor who lost the role": naming(demoted.member, demoted.mandate.id),
    "auditor under the mandate of another": naming(await world.member(body, "auditor"), mandate.id),
    "coordinator of another library": naming(stranger, other.id),
    "coordinator of another library under this one's hat": naming(stranger, library.id),
    "coordinator of another library without a hat": naming(stranger, undefined),
    "member who was removed": naming({ ...removed, token: removedToken }, library.id),
    nobody: { caller: { hat: library.id }, person: null, about: places.library },
    "administrator whose session ran out": {
      caller: { cookie: server.cookie(expiredToken), hat: library.id },
      person: null,
      about: places.library,
    },
  };
  return {
    world,
    server,
    readers,
    library,
    support,
    body,
    lonely,
    owner: coordinator,
    spareAuditor: await world.member(body, "auditor"),
    ids: {
      submission,
      oversight: oversight.id,
      withdrawnOversight: withdrawnOversight.id,
      mandate: mandate.id,
      withdrawnMandate: withdrawn.mandate.id,
      activity,
      accessLog,
      evidence: shelf.item,
      evidenceUse: shelf.use,
      file: shelf.file,
    },
    invitationToken,
    personas,
  };
}
