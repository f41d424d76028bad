import { expect, test } from "vitest";
import { openAnswering } from "../../../test/support/answering.ts";
import { openServer } from "../../../test/support/app.ts";
import { openWorld } from "../../../test/support/scenario.ts";

const world = await openWorld();
const server = await openServer(world);
const { stands } = openAnswering(world, server);

const document = `mutation ($input: AnswerIndicatorInput!) { answerIndicator(input: $input) { __typename } }`;

test("what one person typed is not written with the session of another, who may write there too", async () => {
  const library = await world.library();
  const noor = await world.member(library, "quality_coordinator");
  const sanne = await world.member(library, "administrator");
  const place = { organisationId: library.id, cycleId: library.cycleId, indicator: "4.1" };
  const input = { ...place, baseVersion: 0, verdict: "JA", explanation: "Van Noor." };

  // Noor's page, after Sanne signed in with the same browser.
  const strange = { ...server.as(sanne), person: noor.id };
  expect((await server.ask(strange, document, { input })).code).toBe("UNAUTHENTICATED");
  const reading = `{ selfEvaluation(organisationId: "${library.id}") { cycle { id } } }`;
  expect((await server.ask(strange, reading)).code).toBe("UNAUTHENTICATED");
  expect(await stands(library)).toBeUndefined();

  const own = { ...server.as(noor), person: noor.id.toUpperCase() };
  const { data } = await server.ask(own, document, { input });
  expect(data.answerIndicator.__typename).toBe("IndicatorAnswered");
  expect(await stands(library)).toMatchObject({ explanation: "Van Noor.", changed_by: noor.id });
});
