import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { Answer, Server } from "./app.ts";
import { everythingOf, succeeded } from "./readers.ts";
import type { Library, Member, World } from "./scenario.ts";

type Fields = Record<string, unknown>;

/** Evidence of one library, written through the server as somebody would. */
export interface Shelf {
  write(by: Member, input?: Fields): Promise<Answer>;
  /** @returns the id of a new item */
  add(by: Member, input?: Fields): Promise<string>;
  remove(by: Member, id: string, removed?: boolean): Promise<Answer>;
  use(by: Member, input: Fields): Promise<Answer>;
  removeUse(by: Member, id: string, removed?: boolean): Promise<Answer>;
  /** Several at once: `changeEvidence`, `removeEvidenceItems`, `addEvidenceUses` or `removeEvidenceUses`. */
  several(by: Member, name: keyof typeof atOnce, input: Fields): Promise<Answer>;
  start(by: Member, input: Fields): Promise<Answer>;
  /** An item by its id, or null. */
  read(by: Member, id: string): Promise<Answer["data"]>;
  list(by: Member, filter?: Fields, page?: Fields): Promise<Answer["data"]>;
  /** The uses beside a part, as the norm page asks for them. */
  beside(by: Member, part: string): Promise<Answer["data"][]>;
}

const use = "id part norm slot page version canWrite";
const file =
  "id current { id name size state refusedFor mediaType preview sha256 } versions { id name state refusedFor }";
export const evidenceFields = `id kind title url aboutFrom aboutTo sharing personalDataNote version removedAt canEdit
  addedBy { name } files { ${file} } uses { ${use} }`;

const atOnce = {
  changeEvidence: [
    "ChangeEvidenceInput",
    `... on EvidenceChanged { evidence { ${evidenceFields} } } ... on EvidenceChangeConflict { current { id title } }`,
  ],
  removeEvidenceItems: ["RemoveEvidenceItemsInput", evidenceFields],
  addEvidenceUses: ["AddEvidenceUsesInput", `${use} evidence { id }`],
  removeEvidenceUses: ["RemoveEvidenceUsesInput", use],
} as const;

export function openShelf(server: Server, of: () => Library): Shelf {
  const send = (by: Member, name: string, type: string, fields: string, input: Fields) =>
    server.ask(
      server.as(by),
      `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`,
      { input: { organisationId: of().id, ...input } },
    );
  const write: Shelf["write"] = (by, input = {}) =>
    send(
      by,
      "writeEvidence",
      "WriteEvidenceInput",
      `... on EvidenceWritten { evidence { ${evidenceFields} } } ... on EvidenceConflict { current { ${evidenceFields} } }`,
      {
        id: randomUUID(),
        kind: "FILES",
        title: "Overzicht van partners",
        sharing: "INTERNAL",
        personalDataNote: "",
        baseVersion: 0,
        ...input,
      },
    );
  return {
    write,
    add: async (by, input = {}) => succeeded(await write(by, input)).data.writeEvidence.evidence.id,
    remove: (by, id, removed = true) =>
      send(by, "removeEvidence", "RemoveEvidenceInput", evidenceFields, { id, removed }),
    use: (by, input) =>
      send(
        by,
        "writeEvidenceUse",
        "WriteEvidenceUseInput",
        `... on EvidenceUseWritten { use { ${use} evidence { id } } } ... on EvidenceUseConflict { current { ${use} } }`,
        {
          id: randomUUID(),
          cycleId: of().cycleId,
          part: "4.1",
          page: "",
          baseVersion: 0,
          ...input,
        },
      ),
    removeUse: (by, id, removed = true) =>
      send(by, "removeEvidenceUse", "RemoveEvidenceUseInput", use, { id, removed }),
    several: (by, name, input) => {
      const [type, fields] = atOnce[name];
      return send(by, name, type, fields, input);
    },
    start: (by, input) =>
      send(by, "startUpload", "StartUploadInput", file, {
        id: randomUUID(),
        name: "partners.pdf",
        size: 12,
        ...input,
      }),
    read: async (by, id) =>
      succeeded(
        await server.ask(
          server.as(by),
          `query ($of: ID!, $id: ID!) { evidenceItem(organisationId: $of, id: $id) { ${evidenceFields} } }`,
          { of: of().id, id },
        ),
      ).data.evidenceItem,
    list: async (by, filter = {}, page = {}) =>
      succeeded(
        await server.ask(
          server.as(by),
          `query ($of: ID!, $filter: EvidenceFilter, $sort: EvidenceSort, $first: Int, $after: ID) {
             evidence(organisationId: $of, filter: $filter, sort: $sort, first: $first, after: $after) { items { id title } nextAfter total } }`,
          { of: of().id, filter, first: 50, ...page },
        ),
      ).data.evidence,
    beside: async (by, part) => {
      const { data } = succeeded(
        await server.ask(
          server.as(by),
          `query ($id: ID!) { selfEvaluation(organisationId: $id) { norm(code: "4") {
             code evidence { ...Use } indicators { code evidence { ...Use } } questions { code evidence { ...Use } } } } }
           fragment Use on EvidenceUse { id page slot canWrite evidence { id title } }`,
          { id: of().id },
        ),
      );
      const { norm } = data.selfEvaluation;
      return [norm, ...norm.indicators, ...norm.questions].find(({ code }) => code === part)
        .evidence;
    },
  };
}

/** What stands in a library, watched while something is done. */
export function watch(world: World, of: () => Library) {
  return {
    deeds: () =>
      world.rows<{ what: string; changes: { field: string; from: unknown; to: unknown }[] }>(
        "select what, changes from toetssteen.activity where organisation_id = $1 order by id",
        [of().id],
      ),
    /** Something that is refused, and changes nothing. */
    refused: async (attempt: () => Promise<Answer>, code: string): Promise<Answer> => {
      const before = await everythingOf(world, of().id);
      const answer = await attempt();
      expect(answer.code).toBe(code);
      expect(await everythingOf(world, of().id)).toBe(before);
      return answer;
    },
  };
}

/** The input fields that an answer names, each once. */
export function fieldsIn({ errors }: Answer): string[] {
  const issues = (errors[0]?.extensions["issues"] ?? []) as { path: string }[];
  return [...new Set(issues.map(({ path }) => path))];
}
