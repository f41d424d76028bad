import { beforeAll, expect, test } from "vitest";
import { openAnswering } from "../support/answering.ts";
import { openServer } from "../support/app.ts";
import { openWorld, type Library, type Member } from "../support/scenario.ts";

/** Fifty libraries at once through the whole server, which has ten connections: nothing inside takes a second one. */
const world = await openWorld();
const server = await openServer(world);
const { answer } = openAnswering(world, server);
const tenants: { library: Library; member: Member }[] = [];

beforeAll(async () => {
  for (let count = 0; count < 50; count += 1) {
    const library = await world.library();
    tenants.push({ library, member: await world.member(library, "quality_coordinator") });
  }
});

const document = `query ($o: ID!) {
  viewer { person { name } hats { name } }
  selfEvaluation(organisationId: $o) { organisation { name } norm(code: "4") { indicators { answer { explanation changedBy { name } } } } }
}`;

test("fifty libraries that write and read at once each get their own words back", async () => {
  const written = await Promise.all(
    tenants.map(({ library, member }) =>
      answer(member, library, {
        verdict: "NEE",
        explanation: `Van ${member.name}.`,
        baseVersion: 0,
      }),
    ),
  );
  expect(written.map(({ result }) => result?.__typename)).toEqual(
    tenants.map(() => "IndicatorAnswered"),
  );
  const read = await Promise.all(
    tenants.map(({ library, member }) =>
      server.ask(server.as(member), document, { o: library.id }),
    ),
  );
  const found = read.map(({ data }) => ({
    who: data.viewer.person.name,
    hats: data.viewer.hats.map((hat: { name: string }) => hat.name),
    library: data.selfEvaluation.organisation.name,
    answer: data.selfEvaluation.norm.indicators[0].answer,
  }));
  expect(found).toEqual(
    tenants.map(({ library, member: { name } }) => ({
      who: name,
      hats: [library.name],
      library: library.name,
      answer: { explanation: `Van ${name}.`, changedBy: { name } },
    })),
  );
});
