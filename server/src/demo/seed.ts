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

interface DemoLibrary {
  readonly id: string;
  readonly name: string;
  readonly cycleId: string;
  readonly vobMember: boolean;
  readonly runsIdo: boolean;
  readonly locations: number;
  readonly auditOn: string | null;
  readonly announcedQuarter: string | null;
  readonly expiresOn: string;
  readonly members: Readonly<Record<string, readonly Role[]>>;
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
      "marit@leesvaart.example": ["reader"],
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

/** Fills an empty database with the demonstration's organisations; leaves any other alone. */
export async function seedDemoIfEmpty(input: Origin & { adminUrl: string }): Promise<readonly DemoAccount[]> {
  const client = new pg.Client({ connectionString: input.adminUrl });
  await client.connect();
  try {
    await client.query("set role toetssteen_owner");
    const { rowCount } = await client.query("select from toetssteen.organisation limit 1");
    if (rowCount) return demoAccounts;
    const people = await createPeople(input);
    await client.query("begin");
    for (const library of libraries) await insertLibrary(client, library, people);
    await client.query("commit");
    return demoAccounts;
  } finally {
    await client.end();
  }
}

/** People by e-mail address. An earlier start that was cut off may have made some of them. */
async function createPeople(input: Origin): Promise<ReadonlyMap<string, { id: string; name: string }>> {
  const identity = createIdentity({
    databaseUrl: identityDatabaseUrl({ databaseUrl: input.databaseUrl, secret: input.sessionSecret }),
    secret: input.sessionSecret,
    publicUrl: input.publicUrl,
  });
  try {
    const made = await Promise.all(
      demoAccounts.map(async ({ email, name, password }) => [email, { ...(await identity.createAccount({ email, name, password })), name }] as const),
    );
    return new Map(made);
  } finally {
    await identity.close();
  }
}

async function insertLibrary(client: pg.Client, library: DemoLibrary, people: ReadonlyMap<string, { id: string; name: string }>): Promise<void> {
  const { id, name, cycleId, vobMember, runsIdo, locations, auditOn, announcedQuarter, expiresOn } = library;
  await client.query("insert into toetssteen.organisation (id, name) values ($1, $2)", [id, name]);
  await client.query(
    "insert into toetssteen.library_profile (organisation_id, vob_member, runs_ido, locations) values ($1, $2, $3, $4)",
    [id, vobMember, runsIdo, locations],
  );
  await client.query(
    "insert into toetssteen.cycle (organisation_id, id, edition, certificate_expires_on, announced_quarter, audit_on) values ($1, $2, 'kwaliteit-in-beeld-2', $3, $4, $5)",
    [id, cycleId, expiresOn, announcedQuarter, auditOn],
  );
  for (const [email, roles] of Object.entries(library.members)) {
    const person = people.get(email);
    if (!person) throw new Error(`No demonstration account ${email}.`);
    await client.query("insert into toetssteen.membership (organisation_id, person_id, name, roles) values ($1, $2, $3, $4)", [id, person.id, person.name, roles]);
  }
}
