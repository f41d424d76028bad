import { ApolloClient, ApolloLink, InMemoryCache } from "@apollo/client";
import { Observable } from "rxjs";
import { expect, test } from "vitest";
import { load, loadAnew } from "./apollo.ts";
import { EvidenceYearsDocument } from "../gql/graphql.ts";

const variables = { organisationId: "0199a000-0000-7000-8000-000000000001" };

/** A client whose requests the test answers, in the order in which they were made. */
function openClient() {
  const answers: ((years: number[]) => void)[] = [];
  const link = new ApolloLink(
    () =>
      new Observable((reader) => {
        answers.push((evidenceYears) => {
          reader.next({ data: { __typename: "Query", evidenceYears } });
          reader.complete();
        });
      }),
  );
  return { client: new ApolloClient({ link, cache: new InMemoryCache() }), answers };
}

test("what was just changed is asked for again, also while it is on its way as it was", async () => {
  const { client, answers } = openClient();
  const before = load(client, EvidenceYearsDocument, variables);
  const after = loadAnew(client, EvidenceYearsDocument, variables);
  await expect.poll(() => answers.length).toBe(2);
  answers[0]?.([2025]);
  answers[1]?.([2026, 2025]);
  expect((await before).evidenceYears).toEqual([2025]);
  expect((await after).evidenceYears).toEqual([2026, 2025]);
  expect(client.readQuery({ query: EvidenceYearsDocument, variables })?.evidenceYears).toEqual([
    2026, 2025,
  ]);
});

test("a page that is asked for twice at once is fetched once", async () => {
  const { client, answers } = openClient();
  const both = [1, 2].map(() => load(client, EvidenceYearsDocument, variables));
  await expect.poll(() => answers.length).toBe(1);
  answers[0]?.([2025]);
  for (const page of await Promise.all(both)) expect(page.evidenceYears).toEqual([2025]);
  expect(answers.length).toBe(1);
});
