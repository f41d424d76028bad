import { randomUUID } from "node:crypto";
import { fold } from "@toetssteen/contract";
import { createSchema } from "@toetssteen/server/register/schema";
import { mail } from "@toetssteen/server/mail/mail";
import { render } from "@toetssteen/server/mail/render";
import { parseText } from "@toetssteen/text";
import { compareTexts } from "@toetssteen/text/compare";
import { beforeAll, describe, expect, test } from "vitest";
import { openServer, type Answer, type Caller } from "../support/app.ts";
import { fieldsIn, watch } from "../support/evidence.ts";
import { openFiles } from "../support/files.ts";
import { operationsOf } from "../support/operations.ts";
import { getPrint } from "../support/prints.ts";
import { readPdf } from "../support/read-pdf.ts";
import { readWord } from "../support/read-word.ts";
import { openReaders, succeeded } from "../support/readers.ts";
import { openWorld } from "../support/scenario.ts";
import { chosenSamples, refusedSamples, takenSamples } from "../support/unicode-samples.ts";
import { codeFields, textFields } from "./text-fields.table.ts";

/** Whatever is accepted comes out of every exit: characters of every class of Unicode, in every field that takes text. */
const world = await openWorld();
const server = await openServer(world);
const readers = openReaders(world, server);
const library = await world.library({ name: "Bibliotheek Aalscholver" });
const noor = await world.member(library, "administrator", "quality_coordinator");
const files = openFiles(server, () => library);
const { refused } = watch(world, () => library);
const samples = chosenSamples(takenSamples);
// More mail than people send in a day.
await world.rows(
  "update tenancy.mail_limit set by_person_an_hour = 1000, by_organisation_a_day = 1000",
);
const place = { organisationId: library.id, cycleId: library.cycleId };

const send = (name: string, type: string, fields: string, input: object): Promise<Answer> =>
  server.ask(
    server.as(noor),
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`,
    { input },
  );
const passage = (part: string, field: string, body: string, baseVersion = 0) =>
  send("writePassage", "WritePassageInput", "... on PassageWritten { passage { id } }", {
    ...place,
    part,
    field,
    body,
    baseVersion,
  });
const answer = (explanation: string) =>
  send("answerIndicator", "AnswerIndicatorInput", "... on IndicatorAnswered { answer { id } }", {
    ...place,
    indicator: "4.1",
    verdict: "JA",
    explanation,
    baseVersion: 0,
  });
const comment = (body: string, id = randomUUID()) =>
  send("addComment", "AddCommentInput", "id", { ...place, id, part: "4.1", body, mentions: [] });
const changeComment = (id: string, body: string) =>
  send("changeComment", "ChangeCommentInput", "id", {
    organisationId: library.id,
    id,
    body,
    mentions: [],
  });
const useSeveral = (page: string) =>
  files.several(noor, "addEvidenceUses", {
    cycleId: library.cycleId,
    uses: [{ id: randomUUID(), evidenceId: randomUUID(), part: "4.1", slot: null, page }],
  });
const discussion = (withWhom: string) =>
  send(
    "writeDiscussion",
    "WriteDiscussionInput",
    "... on DiscussionWritten { discussion { id } }",
    {
      ...place,
      id: randomUUID(),
      norm: "4",
      withKind: "PARTNER",
      withWhom,
      baseVersion: 0,
    },
  );
const invite = (name: string) =>
  send("inviteMember", "InviteMemberInput", "name", {
    organisationId: library.id,
    id: randomUUID(),
    email: `${randomUUID()}@voorbeeld.example`,
    name,
    roles: ["READER"],
  });
const rename = (name: string) => send("changeName", "ChangeNameInput", "person { name }", { name });

/** Around each sample stand letters that tell field and sample apart, and that no fold or line changes. */
const around = (field: string, index: number, characters: string) =>
  `${field}${index}q${characters}z${index}${field}`;
const each = (field: string) =>
  samples.map(({ characters }, index) => around(field, index, characters));
/** As a name is kept. */
const asName = (text: string) =>
  text.replaceAll(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "");
const isLine = ({ kind }: { kind: string }) => kind !== "a tab" && kind !== "an end of a line";
/** In a name what breaks a line or is longer than a name is refused, so between the letters stands nothing. */
const inName = (field: string, index: number, sample: (typeof samples)[number]) =>
  around(field, index, isLine(sample) && sample.characters.length < 180 ? sample.characters : "");

test("the table says of each text of the mutations what it is", () => {
  const taken = operationsOf(createSchema(), { optional: true })
    .filter(({ writes }) => writes)
    .flatMap(({ leaves }) => leaves.filter(({ type }) => /^String!?$/.test(String(type))))
    .map((leaf) => leaf.place);
  expect([...new Set(taken)].toSorted()).toEqual(
    [...Object.keys(textFields), ...codeFields].toSorted(),
  );
});

describe("what no text may hold", () => {
  const bad = chosenSamples([
    ...refusedSamples,
    { kind: "half a character", characters: "\ud83d" },
    { kind: "the end of a text in C", characters: "\u0000" },
  ]);
  const says = (text: string): Record<string, () => Promise<Answer>> => ({
    "AddCommentInput.body": () => comment(text),
    "ChangeCommentInput.body": () => changeComment(randomUUID(), text),
    "AnswerIndicatorInput.explanation": () => answer(text),
    "WritePassageInput.body": () => passage("4", "FACTS", text),
    "WriteEvidenceInput.personalDataNote": () => files.write(noor, { personalDataNote: text }),
    "WriteEvidenceInput.title": () => files.write(noor, { title: text }),
    "WriteEvidenceInput.url": () =>
      files.write(noor, { kind: "LINK", url: `https://voorbeeld.example/${text}` }),
    "AddedEvidenceUse.page": () => useSeveral(text),
    "WriteEvidenceUseInput.page": () => files.use(noor, { evidenceId: randomUUID(), page: text }),
    "WriteDiscussionInput.withWhom": () => discussion(text),
    "InviteMemberInput.name": () => invite(text),
    "ChangeNameInput.name": () => rename(text),
  });

  test.each(bad.map(({ kind, characters }) => [kind, characters] as const))(
    "%s %j is refused at each field, which is named with the place",
    async (_, characters) => {
      const tries = says(`samen${characters}werking`);
      expect([...Object.keys(tries), "StartUploadInput.name"].toSorted()).toEqual(
        Object.keys(textFields).toSorted(),
      );
      for (const [field, attempt] of Object.entries(tries)) {
        const told = await refused(attempt, "INVALID_INPUT");
        const name = field.split(".")[1] ?? "";
        expect(
          fieldsIn(told).map((path) => path.split(".").at(-1)),
          field,
        ).toEqual([name]);
        const sentBefore = name === "url" ? "https://voorbeeld.example/samen" : "samen";
        expect(told.text, field).toContain(`Teken ${sentBefore.length + 1} kunnen we niet bewaren`);
      }
    },
  );
});

test.each(samples.filter((sample) => !isLine(sample)).map(({ characters }) => [characters]))(
  "%j is refused in a name, which is one line",
  async (characters) => {
    const text = `samen${characters}werking`;
    for (const attempt of [
      () => discussion(text),
      () => files.write(noor, { title: text }),
      () => files.use(noor, { evidenceId: randomUUID(), page: text }),
      () => useSeveral(text),
      () => invite(text),
      () => rename(text),
    ])
      expect((await refused(attempt, "INVALID_INPUT")).text).toContain("Teken 6 is een tab of een");
  },
);

describe("what is taken", () => {
  const body = (field: string) => each(field).join("\n\n");
  const uploaded = new Map<number, string>();
  const notes: string[] = [];
  let submissionId: string;
  let auditor: Caller;

  beforeAll(async () => {
    succeeded(await passage("4", "FACTS", "Eerst stond hier dit."));
    succeeded(await passage("4", "FACTS", body("pa"), 1));
    succeeded(await answer(body("an")));
    const house = await readers.certificationBody();
    for (const [index, sample] of samples.entries()) {
      const { characters } = sample;
      succeeded(await discussion(inName("di", index, sample)));
      const id = randomUUID();
      succeeded(await comment("Eerst dit.", id));
      succeeded(await changeComment(id, around("co", index, characters)));
      const evidenceId = await files.add(noor, {
        sharing: "SHARED",
        title: inName("ti", index, sample),
        personalDataNote: around("no", index, characters),
      });
      succeeded(await files.use(noor, { evidenceId, page: inName("be", index, sample) }));
      await files.upload(noor, evidenceId, "partners", {
        // It is cleaned, and cut before its ending where it is too long.
        name: `${around("fi", index, characters.length < 180 ? characters : "")}.txt`,
      });
      const { files: kept, personalDataNote } = await files.read(noor, evidenceId);
      uploaded.set(index, kept[0].current.name);
      notes.push(personalDataNote);
    }
    await readers.answerAll(noor, library, ["4.2", "4.3", "4.4"]);
    submissionId = await readers.submit(noor, library);
    const wim = await world.member(house, "auditor");
    const office = await world.member(house, "office");
    const given = await readers.mandate(house, office, wim, { library, submissionId });
    auditor = readers.under(wim, `mandate:${given.id}`);
  }, 120_000);

  const reading = `norms { code passages { field body } discussions { withWhom }
    indicators { code explanation evidence { title page files { name } } } }`;
  const expectRead = (norm: {
    passages: { field: string; body: string }[];
    discussions: { withWhom: string }[];
    indicators: {
      explanation: string;
      evidence: { title: string; page: string; files: { name: string }[] }[];
    }[];
  }) => {
    expect(norm.passages.find(({ field }) => field === "FACTS")?.body).toBe(body("pa"));
    expect(norm.indicators[0]?.explanation).toBe(body("an"));
    const lines = (field: string) =>
      samples.map((sample, index) => asName(inName(field, index, sample))).toSorted();
    expect(norm.discussions.map(({ withWhom }) => withWhom).toSorted()).toEqual(lines("di"));
    const evidence = norm.indicators[0]?.evidence ?? [];
    expect(evidence.map(({ title }) => title).toSorted()).toEqual(lines("ti"));
    expect(evidence.map(({ page }) => page).toSorted()).toEqual(lines("be"));
    expect(evidence.flatMap(({ files: [file] }) => file?.name ?? []).toSorted()).toEqual(
      [...uploaded.values()].toSorted(),
    );
  };

  test("is read back as it was written, by the library and of what was handed in by an auditor", async () => {
    const own = await server.ask(
      server.as(noor),
      `query ($of: ID!) { selfEvaluationReading(organisationId: $of) { ${reading} } }`,
      { of: library.id },
    );
    const { norms } = succeeded(own).data.selfEvaluationReading;
    expect(notes).toEqual(each("no"));
    expectRead(norms.find(({ code }: { code: string }) => code === "4"));
    for (const by of [server.as(noor), auditor]) {
      const frozen = await server.ask(
        by,
        `query ($of: ID!, $id: ID!) { submission(organisationId: $of, id: $id) { reading { ${reading} } } }`,
        { of: library.id, id: submissionId },
      );
      expectRead(succeeded(frozen).data.submission.reading.norms[0]);
    }
  });

  test("stands in the history, and a comparison shows all of both texts", async () => {
    const asked = await server.ask(
      server.as(noor),
      `query ($of: ID!, $cycle: ID!) { history(organisationId: $of, cycleId: $cycle, part: "4", field: FACTS) { entries { body } } }`,
      { of: library.id, cycle: library.cycleId },
    );
    expect(succeeded(asked).data.history.entries[0].body).toBe(body("pa"));
    const before = parseText("Eerst stond hier dit.");
    const lines = compareTexts(before, parseText(body("pa")));
    const left = (change: string) =>
      lines
        .map(({ spans }) =>
          spans.flatMap((one) => (one.change === change ? [] : one.words)).join(""),
        )
        .join("\n");
    for (const index of samples.keys()) expect(left("removed")).toContain(`z${index}pa`);
    expect(left("added").trim()).toBe("Eerst stond hier dit.");
  });

  const shownIn = {
    pa: each("pa"),
    an: each("an"),
    di: each("di"),
    ti: each("ti"),
    be: each("be"),
  };
  const expectPrinted = (text: string) => {
    const found = text.replaceAll(/\s/g, "");
    for (const field of Object.keys(shownIn))
      for (const [index, { kind }] of samples.entries())
        expect(
          new RegExp(`${field}${index}q[^]{0,6000}?z${index}${field}`).test(found),
          `${kind} in ${field}`,
        ).toBe(true);
    for (const index of uploaded.keys()) expect(found).toContain(`z${index}fi.txt`);
  };

  test.each([
    ["the living dossier, by the library", () => server.as(noor), "self-evaluation/%?norm=4"],
    ["what was handed in, by the library", () => server.as(noor), "submissions/ID/%"],
    ["what was handed in, by an auditor", () => auditor, "submissions/ID/%"],
  ])("comes out of PDF and Word: %s", async (_, by, path) => {
    const get = (format: string) =>
      getPrint(
        server,
        by(),
        `${library.id}/${path.replace("ID", submissionId).replace("%", format)}`,
      );
    const pdf = await get("pdf");
    expect([pdf.status, pdf.code]).toEqual([200, null]);
    expectPrinted((await readPdf(pdf.bytes)).text);
    const docx = await get("docx");
    expect([docx.status, docx.code]).toEqual([200, null]);
    const word = readWord(docx.bytes);
    expectPrinted(word.text);
    expect(word.unlawful).toEqual([]);
  });

  interface Marked {
    readonly text: string;
    readonly marks: readonly number[];
  }
  /** The pieces that are marked, one after the other. */
  const markedIn = ({ text, marks }: Marked) =>
    marks.flatMap((from, index) => (index % 2 === 0 ? text.slice(from, marks[index + 1]) : []));
  const look = async (
    text: string,
  ): Promise<{ kind: string; snippet: Marked; files: Marked[] }[]> =>
    succeeded(
      await server.ask(
        server.as(noor),
        `query ($of: ID!, $text: String!) { search(organisationId: $of, text: $text) {
           hits { kind snippet { text marks } files { text marks } } } }`,
        { of: library.id, text },
      ),
    ).data.search.hits;

  test("is found by what was typed, and the marks are on it", async () => {
    for (const field of ["pa", "an", "di", "co", "ti"])
      for (const [index, sample] of samples.entries()) {
        const { kind, characters } = sample;
        const isName = field === "di" || field === "ti";
        const typed = isName ? inName(field, index, sample) : around(field, index, characters);
        const about = `${kind} ${JSON.stringify(typed)}`;
        // What is typed in a field for searching is one line, of so many characters.
        if (typed.length > 200 || /\s/u.test(fold(characters)) || /\s|\u0085/u.test(characters)) {
          expect(await look(`${field}${index}q`), about).not.toEqual([]);
          continue;
        }
        const [hit] = await look(typed);
        expect(hit, about).toBeDefined();
        const kept = isName ? asName(typed) : typed;
        expect(markedIn(hit!.snippet), about).toEqual([kept]);
      }
  });

  test("a file is found by the name that is shown", async () => {
    for (const [index, name] of uploaded) {
      const word = name.split(/\s/u)[0] ?? "";
      const found = await look(word);
      expect(
        found.flatMap((hit) => hit.files.flatMap(markedIn)),
        `${index} ${name}`,
      ).toContain(word);
    }
  });

  test("a name stands in the mail that it is for as it was given, or is refused for what it is", async () => {
    const taken: string[] = [];
    for (const { characters } of samples) {
      const name = `Noor ${characters} Dekker`;
      const told = await invite(name);
      if (told.code === null) taken.push(succeeded(told).data.inviteMember.name);
      else expect([told.code, fieldsIn(told)]).toEqual(["INVALID_INPUT", ["name"]]);
    }
    const mails = await readers.mailed("invitation");
    expect(mails.map(({ values }) => values["name"])).toEqual(taken);
    expect(taken.length).toBeGreaterThan(2);
    for (const [index, { to, values }] of mails.entries()) {
      const sent = render(
        mail.parse({ template: "invitation", to, locale: "nl", values }),
        "https://toetssteen.example",
      );
      expect(sent.text).toContain(`Hallo ${taken[index]},`);
      expect(sent.html).toContain(`Hallo ${taken[index]},`);
    }
  });
});
