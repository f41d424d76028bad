import { gql } from "@apollo/client";
import { expect, test } from "vitest";
import { createClient } from "./apollo.ts";

const overview = (locale: string) => gql`
  query {
    selfEvaluation(organisationId: "de-leesvaart") {
      cycle { id }
      norms {
        code
        title(locale: ${locale})
        indicators { code answer { id } }
      }
    }
  }
`;

const statements = gql`
  query {
    selfEvaluation(organisationId: "de-leesvaart") {
      cycle {
        id
      }
      norms {
        code
        indicators {
          code
          statement
        }
      }
    }
  }
`;

const evaluation = (norms: readonly object[]) => ({
  selfEvaluation: {
    __typename: "SelfEvaluation",
    cycle: { __typename: "Cycle", id: "cyclus" },
    norms: norms.map((norm) => ({ __typename: "NormEvaluation", code: "4", ...norm })),
  },
});

const indicator = (code: string, facts: object) => ({
  __typename: "IndicatorEvaluation",
  code,
  ...facts,
});

const answered = (code: string) =>
  indicator(code, { answer: { __typename: "IndicatorAnswer", id: `cyclus:${code}` } });

test("what was read in one language is still known after it was read in another, or otherwise", () => {
  const { cache } = createClient();
  const dutch = evaluation([{ title: "Samenwerking", indicators: [answered("4.1")] }]);
  const english = evaluation([{ title: "Cooperation", indicators: [answered("4.1")] }]);
  cache.writeQuery({ query: overview("NL"), data: dutch });
  cache.writeQuery({ query: overview("EN"), data: english });
  const other = evaluation([{ indicators: [indicator("4.1", { statement: "Wij kiezen." })] }]);
  cache.writeQuery({ query: statements, data: other });
  expect(cache.readQuery({ query: overview("NL") })).toEqual(dutch);
  expect(cache.readQuery({ query: overview("EN") })).toEqual(english);
});

test("an indicator that no longer applies is no longer there", () => {
  const { cache } = createClient();
  const both = evaluation([{ title: "Samenwerking", indicators: ["4.3", "4.4"].map(answered) }]);
  const one = evaluation([{ title: "Samenwerking", indicators: [answered("4.3")] }]);
  cache.writeQuery({ query: overview("NL"), data: both });
  cache.writeQuery({ query: overview("NL"), data: one });
  expect(cache.readQuery({ query: overview("NL") })).toEqual(one);
});

const list = gql`
  query ($after: ID) {
    evidence(organisationId: "de-leesvaart", after: $after) {
      total
      nextAfter
      items {
        id
      }
    }
  }
`;

/** A cache with two pages of a list, and what it shows after its beginning came in again. */
function afterReturn(beginning: object): unknown {
  const { cache } = createClient();
  const write = (after: string | null, page: object) =>
    cache.writeQuery({ query: list, variables: { after }, data: { evidence: page } });
  write(null, pageOf(4, "b", "a", "b"));
  write("b", pageOf(4, null, "c", "d"));
  write(null, beginning);
  const shown = cache.readQuery<{ evidence: object }>({ query: list, variables: { after: null } });
  return shown?.evidence;
}

const pageOf = (total: number, nextAfter: string | null, ...ids: string[]) => ({
  __typename: "EvidenceList",
  total,
  nextAfter,
  items: ids.map((id) => ({ __typename: "Evidence", id })),
});

test("who comes back to a list finds as much of it as they had asked for", () => {
  expect(afterReturn(pageOf(4, "b", "a", "b"))).toEqual(pageOf(4, null, "a", "b", "c", "d"));
});

test("a list in which something came, went or moved begins anew", () => {
  for (const changed of [
    pageOf(5, "a", "new", "a"),
    pageOf(3, "b", "a", "b"),
    pageOf(4, "a", "b", "a"),
  ])
    expect(afterReturn(changed)).toEqual(changed);
});
