import type { Answer, Caller, Server } from "./app.ts";
import type { Library, Member, World } from "./scenario.ts";

interface Words {
  readonly verdict: "JA" | "NEE" | null;
  readonly explanation: string;
  readonly baseVersion: number;
}

type Row = Record<string, unknown>;

/** What `answerIndicator` gave back. */
type Reply = Promise<Answer & { result: Answer["data"] }>;

/** Answers given, and what stands in the database after it. */
export interface Answering {
  readonly answer: (by: Member, library: Library, words: Words, indicator?: string) => Reply;
  /** With any input at all. */
  readonly send: (by: Caller, input: unknown) => Reply;
  readonly stands: (library: Library, indicator?: string) => Promise<Row | undefined>;
  readonly history: (library: Library, indicator?: string) => Promise<Row[]>;
  readonly work: (library: Library) => Promise<Row[]>;
  readonly activity: (library: Library) => Promise<Row[]>;
  /** Makes what was written so far as long ago. @param time a PostgreSQL interval */
  readonly rewind: (library: Library, time: string) => Promise<void>;
}

const document = `mutation ($input: AnswerIndicatorInput!) { answerIndicator(input: $input) {
  __typename
  ... on IndicatorAnswered { answer { ...words } }
  ... on IndicatorAnswerConflict { current { ...words } }
} }
fragment words on IndicatorAnswer { verdict explanation version workState canAnswer changedBy { name } }`;

export function openAnswering(world: World, server: Server): Answering {
  const send: Answering["send"] = async (by, input) => {
    const reply = await server.ask(by, document, { input });
    return { ...reply, result: reply.data?.answerIndicator };
  };
  const of = (
    library: Library,
    columns: string,
    table: string,
    rest: string,
    ...values: string[]
  ) =>
    world.rows<Row>(
      `select ${columns} from toetssteen.${table} where organisation_id = $1 ${rest}`,
      [library.id, ...values],
    );
  return {
    send,
    answer: (by, library, words, indicator = "4.1") =>
      send(server.as(by), {
        organisationId: library.id,
        cycleId: library.cycleId,
        indicator,
        ...words,
      }),
    stands: async (library, indicator = "4.1") =>
      (
        await of(
          library,
          "verdict, explanation, version, changed_by",
          "indicator_answer",
          "and indicator = $2",
          indicator,
        )
      )[0],
    history: (library, indicator = "4.1") =>
      of(
        library,
        "verdict, explanation, version, written_by",
        "answer_history",
        "and indicator = $2 order by version",
        indicator,
      ),
    work: (library) =>
      of(library, "part, state, touched_by, assignee_id", "progress", "order by part"),
    activity: (library) => of(library, "what, part, person_id", "activity", "order by at, id"),
    rewind: async (library, time) => {
      await world.rows(
        "update toetssteen.answer_history set written_at = written_at - $2::interval where organisation_id = $1",
        [library.id, time],
      );
    },
  };
}
