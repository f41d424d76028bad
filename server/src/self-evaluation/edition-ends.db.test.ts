import { expect, test } from "vitest";
import { openServer } from "../../../test/support/app.ts";
import { succeeded } from "../../../test/support/readers.ts";
import { openWorld } from "../../../test/support/scenario.ts";

/** Edition II of the framework ends on 31 December 2026, and nobody knows what comes after it. */
const world = await openWorld();
const server = await openServer(world);

test.each([
  ["an audit on its last day", { audit_on: "2026-12-31" }, null],
  ["an audit on the day after", { audit_on: "2027-01-01" }, "2026-12-31"],
  ["a quarter that ends with it", { announced_quarter: "2026-Q4" }, null],
  ["the quarter after it", { announced_quarter: "2027-Q1" }, "2026-12-31"],
  ["a certificate that lasts longer", { certificate_expires_on: "2027-02-01" }, "2026-12-31"],
  ["nothing that is known", {}, null],
])("a cycle with %s says whether the edition ends before it", async (_name, dates, ends) => {
  const library = await world.library();
  const noor = await world.member(library, "quality_coordinator");
  const known: Readonly<Record<string, string>> = dates;
  await world.rows(
    `update toetssteen.cycle set audit_on = $2, announced_quarter = $3, certificate_expires_on = $4
     where organisation_id = $1`,
    [
      library.id,
      ...["audit_on", "announced_quarter", "certificate_expires_on"].map((name) => known[name]),
    ],
  );
  const { data } = succeeded(
    await server.ask(
      server.as(noor),
      "query ($of: ID!) { selfEvaluation(organisationId: $of) { cycle { editionEndsBeforeAudit } } }",
      { of: library.id },
    ),
  );
  expect(data.selfEvaluation.cycle.editionEndsBeforeAudit).toBe(ends);
});
