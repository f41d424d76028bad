import pg from "pg";
import { createIdentity } from "../identity/auth.ts";
import { identityDatabaseUrl } from "../identity/database.ts";
import type { Role } from "../tenancy/kinds.ts";
import { demoAccounts, type DemoAccount } from "./accounts.ts";

interface Origin {
  readonly databaseUrl: string;
  readonly sessionSecret: string;
  readonly publicUrl: string;
}

type People = ReadonlyMap<string, { readonly id: string; readonly name: string }>;

interface DemoOrganisation {
  readonly id: string;
  readonly name: string;
  readonly members: Readonly<Record<string, readonly Role[]>>;
}

interface DemoLibrary extends DemoOrganisation {
  readonly cycleId: string;
  readonly vobMember: boolean;
  readonly runsIdo: boolean;
  readonly locations: number;
  readonly auditOn: string | null;
  readonly announcedQuarter: string | null;
  readonly expiresOn: string;
}

interface DemoAppointed extends DemoOrganisation {
  readonly appointedAs: "support_organisation" | "certification_body";
}

const libraries: readonly DemoLibrary[] = [
  {
    id: "0199a000-0000-7000-8000-000000000001",
    name: "Bibliotheek Waterlinie",
    cycleId: "0199a000-0000-7000-8000-000000000101",
    vobMember: true,
    runsIdo: true,
    locations: 9,
    auditOn: "2027-01-12",
    announcedQuarter: "2027-Q1",
    expiresOn: "2027-02-28",
    members: {
      "noor@waterlinie.example": ["quality_coordinator"],
      "sanne@waterlinie.example": ["colleague"],
      "ruud@waterlinie.example": ["director"],
      "hanna@waterlinie.example": ["administrator"],
    },
  },
  {
    id: "0199a000-0000-7000-8000-000000000002",
    name: "De Leesvaart",
    cycleId: "0199a000-0000-7000-8000-000000000102",
    vobMember: true,
    runsIdo: false,
    locations: 3,
    auditOn: null,
    announcedQuarter: "2027-Q2",
    expiresOn: "2027-05-31",
    members: { "marit@leesvaart.example": ["administrator", "quality_coordinator"] },
  },
];

const appointed: readonly DemoAppointed[] = [
  {
    id: "0199a000-0000-7000-8000-000000000003",
    name: "Steunpunt Delta",
    appointedAs: "support_organisation",
    members: { "jorrit@steunpuntdelta.example": ["administrator", "adviser"] },
  },
  {
    id: "0199a000-0000-7000-8000-000000000004",
    name: "Toetskamer Cultuur en Taal",
    appointedAs: "certification_body",
    members: {
      "eva@toetskamer.example": ["administrator", "office"],
      "marit@leesvaart.example": ["auditor"],
      "wim@oosterhuis-toetsing.example": ["auditor"],
    },
  },
];

/** Fills an empty database with the demonstration's organisations; leaves any other alone. */
export async function seedDemoIfEmpty(
  input: Origin & { adminUrl: string },
): Promise<readonly DemoAccount[]> {
  const client = new pg.Client({ connectionString: input.adminUrl });
  await client.connect();
  try {
    await client.query("set role toetssteen_owner");
    const { rowCount } = await client.query("select from toetssteen.organisation limit 1");
    if (rowCount) return demoAccounts;
    const people = await createPeople(input);
    await client.query("begin");
    for (const library of libraries) await insertLibrary(client, library, people);
    for (const organisation of appointed) await insertAppointed(client, organisation, people);
    await client.query("commit");
    return demoAccounts;
  } finally {
    await client.end();
  }
}

/** People by e-mail address. An earlier start that was cut off may have made some of them. */
async function createPeople(input: Origin): Promise<People> {
  const identity = createIdentity({
    databaseUrl: identityDatabaseUrl({
      databaseUrl: input.databaseUrl,
      secret: input.sessionSecret,
    }),
    secret: input.sessionSecret,
    publicUrl: input.publicUrl,
  });
  try {
    const made = await Promise.all(
      demoAccounts.map(
        async ({ email, name, password }) =>
          [email, { ...(await identity.createAccount({ email, name, password })), name }] as const,
      ),
    );
    return new Map(made);
  } finally {
    await identity.close();
  }
}

async function insertLibrary(
  client: pg.Client,
  library: DemoLibrary,
  people: People,
): Promise<void> {
  const { id, cycleId, vobMember, runsIdo, locations, auditOn, announcedQuarter, expiresOn } =
    library;
  await insertOrganisation(client, library, people);
  await client.query(
    "insert into toetssteen.library_profile (organisation_id, vob_member, runs_ido, locations) values ($1, $2, $3, $4)",
    [id, vobMember, runsIdo, locations],
  );
  await client.query(
    "insert into toetssteen.cycle (organisation_id, id, edition, certificate_expires_on, announced_quarter, audit_on) values ($1, $2, 'kwaliteit-in-beeld-2', $3, $4, $5)",
    [id, cycleId, expiresOn, announcedQuarter, auditOn],
  );
}

async function insertAppointed(
  client: pg.Client,
  organisation: DemoAppointed,
  people: People,
): Promise<void> {
  await insertOrganisation(client, organisation, people);
  await client.query(
    "insert into toetssteen.appointment (organisation_id, appointed_as) values ($1, $2)",
    [organisation.id, organisation.appointedAs],
  );
}

async function insertOrganisation(
  client: pg.Client,
  { id, name, members }: DemoOrganisation,
  people: People,
): Promise<void> {
  await client.query("insert into toetssteen.organisation (id, name) values ($1, $2)", [id, name]);
  for (const [email, roles] of Object.entries(members)) {
    const person = people.get(email);
    if (!person) throw new Error(`No demonstration account ${email}.`);
    await client.query(
      "insert into toetssteen.membership (organisation_id, person_id, name, roles) values ($1, $2, $3, $4)",
      [id, person.id, person.name, roles],
    );
  }
}
