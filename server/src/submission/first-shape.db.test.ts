import { createHash, randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { openServer } from "../../../test/support/app.ts";
import { succeeded } from "../../../test/support/readers.ts";
import { openWorld } from "../../../test/support/scenario.ts";

const world = await openWorld();
const server = await openServer(world);
const library = await world.library();
const noor = await world.member(library, "quality_coordinator");

async function read(id: string, fields: string) {
  const answer = await server.ask(
    server.as(noor),
    `query ($of: ID!, $id: ID!) { submission(organisationId: $of, id: $id) { ${fields} } }`,
    { of: library.id, id },
  );
  return succeeded(answer).data;
}

describe("a submission of the first shape", () => {
  // As an earlier release wrote it, to the letter.
  const document =
    '{"edition":{"code":"kwaliteit-in-beeld-2","revision":1},"library":{"id":"0199a000-0000-7000-8000-000000000002","name":"Bibliotheek Vroeger"},"norms":[{"code":"4","indicators":[{"code":"4.1","explanation":"Zo was het.","statement":{"en":"Then.","nl":"Toen."},"verdict":"nee"}],"question":{"en":"How?","nl":"Hoe?"},"title":{"en":"Cooperation","nl":"Samenwerking"}}],"profile":{"runsIdo":true,"vobMember":true},"version":1}';
  const sha256 = createHash("sha256").update(document, "utf8").digest("hex");

  test("is read as it was written, with nothing made up for what it hadn't", async () => {
    const id = randomUUID();
    await world.rows(
      `insert into toetssteen.submission (organisation_id, id, cycle_id, norm, document, sha256, submitted_by)
       values ($1, $2, $3, '4', $4, $5, $6)`,
      [library.id, id, library.cycleId, document, sha256, noor.id],
    );
    const { submission } = await read(
      id,
      "document sha256 libraryName reading { version norms { title question indicators { code statement verdict explanation } } }",
    );
    expect([submission.document, submission.sha256]).toEqual([document, sha256]);
    expect([submission.libraryName, submission.reading]).toMatchObject([
      "Bibliotheek Vroeger",
      {
        version: 1,
        norms: [
          {
            title: "Samenwerking",
            question: "Hoe?",
            indicators: [
              { code: "4.1", statement: "Toen.", verdict: "NEE", explanation: "Zo was het." },
            ],
          },
        ],
      },
    ]);
    const rest = await read(
      id,
      `reading { profile { vobMember runsIdo locations } passages { body }
        norms { plan { owner } discussions { withWhom } questions { code } indicators { neeLabel passages { body } } } }`,
    );
    expect(rest.submission.reading).toEqual({
      profile: { vobMember: true, runsIdo: true, locations: null },
      passages: [],
      norms: [
        {
          plan: null,
          discussions: [],
          questions: [],
          indicators: [{ neeLabel: null, passages: [] }],
        },
      ],
    });
  });
});
