import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { createRowMaker } from "../../../test/support/rows.ts";
import { newToken, openWorld } from "../../../test/support/scenario.ts";
import { acceptInvitation } from "../membership/invitation.service.ts";
import { parseCommand } from "./command.ts";
import { OperatorError } from "./refusal.ts";
import { runCommand } from "./run.ts";

const world = await openWorld();
const dataDir = await mkdtemp(join(tmpdir(), "toetssteen-operator-"));
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const settings = {
  dataDir,
  workingFolder: dataDir,
  publicUrl: "https://toetssteen.example",
  adminUrl: world.database.adminUrl,
};
const operator = (...words: string[]) => runCommand(parseCommand(words), settings);
const create = (name: string, ...words: string[]) =>
  operator(
    "organisation",
    "create",
    name,
    ...words,
    "--admin-email",
    emailOf(name),
    "--admin-name",
    "Els Vos",
  );
const emailOf = (name: string) => `els@${name.toLowerCase().replaceAll(/\W+/g, "-")}.example`;

async function refusal(...words: string[]): Promise<string> {
  const before = await everything();
  const error: unknown = await operator(...words).catch((reason: unknown) => reason);
  expect(await everything()).toEqual(before);
  if (error instanceof OperatorError) return error.message;
  throw new Error("the command was done", { cause: error });
}

/** How much there is, in every table that the operator writes. */
function everything(): Promise<unknown[]> {
  return world.rows(
    `select (select count(*) from toetssteen.organisation) as organisations,
       (select count(*) from toetssteen.invitation) as invitations,
       (select count(*) from toetssteen.appointment) as appointments,
       (select count(*) from toetssteen.cycle) as cycles,
       (select count(*) from toetssteen.oversight where withdrawn_at is null) as oversights,
       (select count(*) from tenancy.operator_log) as commands`,
  );
}

const tokenIn = (lines: readonly string[]) =>
  /https:\/\/toetssteen\.example\/uitnodiging\/(\S+)/.exec(lines.join("\n"))?.[1] ?? "";

/** Accepts as somebody with this address, who has an account and nothing else. */
async function accept(token: string, email: string): Promise<string> {
  const [person] = await world.rows<{ id: string }>(
    `insert into identity."user" (name, email) values ('Els', $1) returning id`,
    [email],
  );
  const session = newToken();
  await world.rows(
    `insert into identity.session (token, "userId", "expiresAt") values ($1, $2, now() + interval '1 day')`,
    [session, person!.id],
  );
  return world.scopes.inScope(
    { principal: { kind: "session", token: session }, hat: null, subjects: [], access: "write" },
    async (scope) => ({ value: await acceptInvitation(scope, token), keep: true }),
  );
}

describe("a new library", () => {
  test("has a profile, a cycle by the edition in force, and a first administrator once the link is accepted", async () => {
    const facts = ["--vob", "--locations", "9", "--expires", "2027-02-28"];
    const lines = await create("Zeegras", "--library", ...facts);
    const [row] = await world.rows<{ id: string }>(
      `select o.id, p.vob_member, p.runs_ido, p.locations, c.edition, c.certificate_expires_on::text as expires
       from toetssteen.organisation o join toetssteen.library_profile p on p.organisation_id = o.id
       join toetssteen.cycle c on c.organisation_id = o.id where o.name = 'Zeegras'`,
    );
    expect(row).toMatchObject({
      vob_member: true,
      runs_ido: false,
      locations: 9,
      edition: "kwaliteit-in-beeld-2",
      expires: "2027-02-28",
    });
    expect(await accept(tokenIn(lines), emailOf("Zeegras"))).toBe(row!.id);
    const members = await world.rows(
      "select name, roles from toetssteen.membership where organisation_id = $1",
      [row!.id],
    );
    expect(members).toEqual([{ name: "Els Vos", roles: ["administrator"] }]);
  });

  test("sends its invitation with the same link, and keeps the token nowhere else", async () => {
    const token = tokenIn(await create("Lisdodde", "--library"));
    expect(token).toMatch(/^[\w-]{43}$/);
    const jobs = await world.rows<{ payload: { payload: { values: { page: string } } } }>(
      `select payload from graphile_worker._private_jobs where payload::text like '%Lisdodde%'`,
    );
    expect(jobs.map(({ payload }) => payload.payload.values.page)).toEqual([
      `/uitnodiging/${token}`,
    ]);
    const [kept] = await world.rows<{ texts: string }>(
      `select (select json_agg(l)::text from tenancy.operator_log l) || (select json_agg(i)::text from toetssteen.invitation i) as texts`,
    );
    expect(kept!.texts).toContain("Lisdodde");
    expect(kept!.texts).not.toContain(token);
  });

  test("is made once: the same name again is refused, and nothing of it stays", async () => {
    await create("Kalmoes", "--library");
    expect(
      await refusal(
        "organisation",
        "create",
        "kalmoes",
        "--library",
        "--admin-email",
        "a@b.example",
        "--admin-name",
        "A",
      ),
    ).toMatch(/^NAAM: er is al een organisatie "kalmoes" \([0-9a-f-]{36}\); kies een naam/);
  });

  test("can follow another edition only when the server has it", async () => {
    const words = ["--admin-email", "a@b.example", "--admin-name", "A"];
    expect(
      await refusal(
        "organisation",
        "create",
        "Waterpest",
        "--library",
        "--edition",
        "oud",
        ...words,
      ),
    ).toBe('--edition klopt niet: "oud" is er niet (wel: kwaliteit-in-beeld-2).');
  });
});

describe("the list", () => {
  test("shows names, kinds and counts, and says where nobody is administrator yet", async () => {
    await create("Gele Plomp", "--support-organisation", "--library");
    const line = (await operator("organisation", "list")).find((one) => one.includes("Gele Plomp"));
    expect(line).toMatch(
      /^[0-9a-f-]{36} {2}Gele Plomp: bibliotheek, ondersteuningsorganisatie; 0 leden, nog geen beheerder; 0 bestanden \(0 MB\); 0 indieningen; nog niet gewerkt$/,
    );
  });

  test("shows nothing that people wrote", async () => {
    const library = await world.library({ name: "Bibliotheek Vlotgras" });
    const author = await world.member(library, "administrator");
    await world.rows(
      `insert into toetssteen.indicator_answer (organisation_id, cycle_id, indicator, explanation, version, changed_at, changed_by)
       values ($1, $2, '4.1', 'vertrouwelijk', 1, now(), $3)`,
      [library.id, library.cycleId, author.id],
    );
    const lines = (await operator("organisation", "list")).join("\n");
    expect(lines).toContain("Bibliotheek Vlotgras: bibliotheek; 1 lid");
    expect(lines).not.toContain("vertrouwelijk");
    expect(lines).not.toContain(author.name);
  });
});

describe("inviting a first administrator again", () => {
  test("makes the earlier link stop, also when the address was wrong", async () => {
    const first = tokenIn(await create("Krabbenscheer", "--certification-body"));
    const again = await operator(
      "organisation",
      "invite",
      "krabbenscheer",
      "--admin-email",
      "els@goed.example",
      "--admin-name",
      "Els Vos",
    );
    await expect(accept(first, emailOf("Krabbenscheer"))).rejects.toMatchObject({
      extensions: { code: "INVITATION_CLOSED" },
    });
    await accept(tokenIn(again), "els@goed.example");
  });

  test("is refused where there is one, so that an operator lets nobody into a library at work", async () => {
    const library = await world.library();
    await world.member(library, "administrator");
    expect(
      await refusal(
        "organisation",
        "invite",
        library.id,
        "--admin-email",
        "a@b.example",
        "--admin-name",
        "A",
      ),
    ).toBe(`ORGANISATIE: ${library.name} heeft een beheerder; die nodigt anderen zelf uit.`);
  });
});

describe("what an organisation is", () => {
  test("can be added to and taken back", async () => {
    await create("Watergentiaan", "--library");
    expect(
      (
        await operator(
          "organisation",
          "appoint",
          "Watergentiaan",
          "--support-organisation",
          "--library",
        )
      ).slice(1),
    ).toEqual([
      "Was al bibliotheek; profiel en cyclus zijn niet veranderd.",
      "Nu ondersteuningsorganisatie.",
    ]);
    const dismiss = ["organisation", "dismiss", "Watergentiaan", "--support-organisation"];
    expect((await operator(...dismiss)).slice(1)).toEqual([
      "Niet langer ondersteuningsorganisatie.",
    ]);
    expect((await operator(...dismiss)).slice(1)).toEqual(["Was geen ondersteuningsorganisatie."]);
  });

  test("is not taken back while libraries still let it look, unless that ends too", async () => {
    await create("Steunpunt Riet", "--support-organisation");
    const library = await world.library();
    const administrator = await world.member(library, "administrator");
    await world.rows(
      `insert into toetssteen.oversight (organisation_id, id, subject_organisation_id, level, granted_by)
       select $1, gen_random_uuid(), id, 'progress', $2 from toetssteen.organisation where name = 'Steunpunt Riet'`,
      [library.id, administrator.id],
    );
    const dismiss = ["organisation", "dismiss", "Steunpunt Riet", "--support-organisation"];
    expect(await refusal(...dismiss)).toBe(
      "--withdraw ontbreekt: er loopt nog inzage bij bibliotheken (1); met --withdraw eindigt dat nu.",
    );
    await operator(...dismiss, "--withdraw");
    const [oversight] = await world.rows<{ ended: boolean }>(
      "select withdrawn_at is not null as ended from toetssteen.oversight where organisation_id = $1",
      [library.id],
    );
    expect(oversight).toEqual({ ended: true });
  });

  test("is not taken back while auditors may still read, unless that ends too", async () => {
    await create("Toetskamer Zegge", "--certification-body");
    const [body] = await world.rows<{ id: string }>(
      "select id from toetssteen.organisation where name = 'Toetskamer Zegge'",
    );
    const library = await world.organisation();
    await (await createRowMaker(world)).fill(body!.id, library.id);
    const dismiss = ["organisation", "dismiss", "Toetskamer Zegge", "--certification-body"];
    expect(await refusal(...dismiss)).toBe(
      "--withdraw ontbreekt: er loopt nog een opdracht van een auditor, of meer (1); met --withdraw eindigt dat nu.",
    );
    await operator(...dismiss, "--withdraw");
    const open = await world.rows(
      "select from toetssteen.mandate where organisation_id = $1 and withdrawn_at is null",
      [body!.id],
    );
    expect(open).toEqual([]);
  });

  test("is asked of an organisation that is there", async () => {
    expect(await refusal("organisation", "appoint", "Niemandsland", "--library")).toBe(
      'ORGANISATIE: "Niemandsland" is er niet; zie "organisation list".',
    );
    const [one, other] = [await world.organisation("Dubbel"), await world.organisation("Dubbel")];
    const said = await refusal("organisation", "appoint", "Dubbel", "--library");
    expect(said).toMatch(/^ORGANISATIE: er is meer dan één "Dubbel"; geef het id: /);
    for (const { id } of [one, other]) expect(said).toContain(id);
  });
});

test("every command that was done stands in the log, which the application can't read", async () => {
  await create("Fonteinkruid", "--certification-body");
  const [entry] = await world.rows(
    "select command, arguments from tenancy.operator_log where arguments ->> 'organisation' = 'Fonteinkruid'",
  );
  expect(entry).toEqual({
    command: "organisation create",
    arguments: {
      organisation: "Fonteinkruid",
      kinds: ["certification_body"],
      library: null,
      administrator: { email: emailOf("Fonteinkruid"), name: "Els Vos" },
    },
  });
  await expect(
    world.scopes.inScope(
      { principal: { kind: "nobody" }, hat: null, subjects: [], access: "read" },
      (scope) =>
        scope
          .sql("operator log", "select from tenancy.operator_log", [])
          .then((value) => ({ value, keep: false })),
    ),
  ).rejects.toMatchObject({ code: "42501" });
});
