/** One mistake, made on purpose in the attacked product, which the attack must find. */
export interface Hole {
  readonly name: string;
  /** The area that must find it, and of its tries those whose names contain this. */
  readonly area: string;
  readonly trial: string;
  /** Done to the attacked database, as a superuser. */
  readonly sql?: string;
  /** Done to what is built as it is loaded: a text in a file below `server/dist`, and what stands there instead. */
  readonly patch?: {
    readonly file: string;
    readonly from: string;
    readonly to: string;
    /** Where the file is below, when it is no part of the server. */
    readonly built?: string;
  };
}

/** The functions that rights come from without one of their conditions: each that has it asks it by itself. */
const without = (condition: string) =>
  `do $do$ declare made text; begin
     for made in select pg_get_functiondef(oid) from pg_proc where pronamespace = 'tenancy'::regnamespace
       and proname in ('person', 'standing', 'reads', 'reads_one', 'writes') and strpos(prosrc, $c$${condition}$c$) > 0
     loop execute replace(made, $c$${condition}$c$, ''); end loop;
     if not found then raise exception 'the condition is not there'; end if;
   end $do$`;

/** One function of ours with something else in the place of a condition. */
const instead = (name: string, condition: string, other: string) =>
  `do $do$ declare made text := pg_get_functiondef('${name}'::regproc); begin
     if strpos(made, $c$${condition}$c$) = 0 then raise exception 'the condition is not there'; end if;
     execute replace(made, $c$${condition}$c$, $c$${other}$c$);
   end $do$`;

export const holes: readonly Hole[] = [
  {
    name: "a policy lets everybody read answers",
    area: "statement",
    trial: 'toetssteen."indicator_answer"',
    sql: "alter policy app_select on toetssteen.indicator_answer using (true)",
  },
  {
    name: "a table has no row security",
    area: "statement",
    trial: 'toetssteen."comment"',
    sql: "alter table toetssteen.comment disable row level security",
  },
  {
    name: "who left still belongs",
    area: "fields",
    trial: "member who was removed",
    sql: without("and m.ended_at is null"),
  },
  {
    name: "a mandate has no end",
    area: "fields",
    trial: "auditor after the mandate",
    sql: without("and now() < g.closes_at"),
  },
  {
    name: "what a library withdrew still counts",
    area: "statement",
    trial: "adviser after the library withdrew",
    sql: without("and o.withdrawn_at is null"),
  },
  {
    name: "a session never runs out",
    area: "fields",
    trial: "administrator whose session ran out",
    sql: without('and s."expiresAt" > now()'),
  },
  {
    name: "everybody in a library reads its access log",
    area: "fields",
    trial: "reader: Query.accessLog",
    patch: {
      file: "rights/actions.js",
      from: '"access-log.read": [...coordinating, "director"]',
      to: '"access-log.read": library',
    },
  },
  {
    name: "a text of the client's is put into a statement",
    area: "injection",
    trial: "Query.history.part",
    patch: {
      file: "history/history.service.js",
      from: 'scope.sql("history of answer", ofAnswer,',
      to: "scope.sql(\"\", ofAnswer.replace('h.indicator = $3', `(h.indicator = $3 or h.indicator = '${part}')`),",
    },
  },
  {
    name: "a total is that of every library",
    area: "counts",
    trial: "EvidencePage.total",
    sql: "alter policy app_select on toetssteen.evidence using (true)",
    patch: {
      file: "evidence/evidence-list.sql.js",
      from: "`e.organisation_id = $1 and e.removed_at is",
      to: "`$1::uuid is not null and e.removed_at is",
    },
  },
  {
    name: "a look from outside needs no line",
    area: "outside",
    trial: "adviser reads",
    sql: instead(
      "tenancy.reads",
      "and exists (select from toetssteen.access_log l",
      "and true or exists (select from toetssteen.access_log l",
    ),
  },
  {
    name: "a mandate may have an organisation's id",
    area: "outside",
    trial: "a mandate by the id of",
    sql: "alter table toetssteen.mandate disable trigger keep_ids_apart",
  },
  {
    name: "an organisation's id is a mandate's too",
    area: "outside",
    trial: "whose id a mandate has",
    sql: instead(
      "tenancy.is_mandate_alone",
      "and not exists (select from toetssteen.organisation o where o.id = of_id)",
      "",
    ),
  },
  {
    name: "an invitation outlives its sender's right",
    area: "indirect",
    trial: "an invitation whose sender was removed",
    sql: instead("tenancy.accept_invitation", "and b.ended_at is null", ""),
  },
  {
    name: "an auditor judges their own library",
    area: "indirect",
    trial: "of its new director",
    sql: `${instead("tenancy.standing", "c.organisation_id = g.subject_organisation_id", "false")};
      ${instead("tenancy.reads_one", "c.organisation_id = g.subject_organisation_id", "false")}`,
  },
  {
    name: "the second step leaves sessions as they are",
    area: "indirect",
    trial: "a session by password",
    patch: {
      file: "identity/second-factor.js",
      from: "await endSessionsBut(person, cookies);",
      to: "",
    },
  },
  {
    name: "mail is not counted",
    area: "rates",
    trial: "invitations to ever new strangers",
    sql: instead("tenancy.may_mail", "return may;", "return true;"),
  },
  {
    name: "an office hears of every submission",
    area: "rates",
    trial: "one norm, submitted",
    sql: instead("tenancy.tell_of_submission", "e.norm = n.norm", "false"),
  },
  {
    name: "a job is asked for under any hat",
    area: "jobs",
    trial: "asks for",
    sql: instead(
      "tenancy.enqueue",
      "not exists (select from tenancy.rights() r where r.organisation_id = tenancy.hat())",
      "false",
    ),
  },
  {
    name: "anybody is mailed who is a member somewhere",
    area: "jobs",
    trial: "calls tenancy.mail_member",
    sql: instead("tenancy.mail_member", "m.organisation_id = tenancy.hat() and", ""),
  },
  {
    name: "everybody hears to whom a library shows something",
    area: "jobs",
    trial: "to whom oversight-received goes",
    sql: instead("tenancy.tell_of_oversight", "m.organisation_id = s.id and ", ""),
  },
  {
    name: "a worker learns of a file for whoever names it",
    area: "jobs",
    trial: "a worker calls tenancy.quarantined_object",
    sql: instead("tenancy.quarantined_object", "f.organisation_id = of_organisation and", ""),
  },
  {
    name: "a mail goes to everybody that its job names",
    area: "jobs",
    trial: "to several in one text",
    patch: {
      file: "mail/values.js",
      from: "z.email()",
      to: "z.string()",
    },
  },
  {
    name: "another website may send what it likes",
    area: "cross-site",
    trial: "POST /api/auth/sign-out",
    patch: {
      file: "identity/origin.js",
      from: "const { origin } = headers;",
      to: "const { origin } = headers; if (publicUrl) return true;",
    },
  },
  {
    name: "passwords may be guessed for ever",
    area: "guessing",
    trial: "an eleventh password from one address",
    patch: {
      file: "identity/counter.js",
      from: "row.count > limit.attempts",
      to: "row.count > limit.attempts * 1_000_000",
    },
  },
  {
    name: "a code counts as often as it is sent",
    area: "second-step",
    trial: "a code, again",
    patch: {
      file: "identity/second-factor-check.js",
      from: "if (!first)",
      to: "if (!first && personId === given.code)",
    },
  },
  {
    name: "a new password leaves an intruder's session",
    area: "sessions",
    trial: "another session after a new password",
    sql: "create rule kept as on delete to identity.session do instead nothing",
  },
  {
    name: "a cookie needs no signature of ours",
    area: "sessions",
    trial: "a cookie signed by somebody else",
    patch: {
      file: "identity/cookie.js",
      from: "timingSafeEqual(given, expected) ? token : null",
      to: "timingSafeEqual(given, given) ? token : null",
    },
  },
  {
    name: "settings of one library stay for the next",
    area: "statement",
    trial: "select set_config('statement_timeout'",
    patch: { file: "tenancy/scope.js", from: "; RESET ALL", to: "; SELECT 1" },
  },
  {
    name: "any statement goes through a scope's connection",
    area: "statement",
    trial: "do $$ begin execute 'deallocate",
    patch: {
      file: "tenancy/scoped-connection.js",
      from: "if (!ours.test(text))",
      to: "if (!ours.test(text) && !text)",
    },
  },
  {
    name: "a page passes for text",
    area: "uploads",
    trial: "a page after empty lines, called text",
    patch: {
      file: "files/content-type.js",
      from: "markup.test(new TextDecoder(charset).decode(head))",
      to: 'markup.test(new TextDecoder(charset).decode(head).replace(/^\\s/, "x"))',
    },
  },
  {
    name: "half a file counts",
    area: "uploads",
    trial: "fewer bytes than announced, streamed",
    patch: {
      file: "files/intake.js",
      from: "this.#size === this.#announced ? null",
      to: "this.#size <= this.#announced ? null",
    },
  },
  {
    name: "what isn't in a document is remembered",
    area: "others",
    trial: "a known document under a name",
    patch: {
      file: "graphql/planner.js",
      from: "const made = make(schema, text, operationName);",
      to: "const made = make(schema, text, operationName); (globalThis.kept ??= []).push(operationName);",
    },
  },
  {
    name: "a document may be as long to read as somebody likes",
    area: "others",
    trial: "one object many times",
    patch: {
      file: "graphql/planner.js",
      from: "alike > mostAlike",
      to: "alike < 0",
    },
  },
  {
    name: "one person has the turns of everybody",
    area: "others",
    trial: "four hundred at once of one person",
    patch: {
      file: "tenancy/sharers.js",
      from: "of(principal, hat) {",
      to: 'of(principal, hat) { if (hat !== 1) return { group: "", member: "" };',
    },
  },
  {
    name: "a neighbour uses up somebody's attempts",
    area: "guessing",
    trial: "who works there signs in on their own device",
    patch: {
      file: "identity/devices.js",
      from: "find: (header, person) =>",
      to: "find: (header, person) => person.length > 0 ? null :",
    },
  },
  {
    name: "a port makes a new address",
    area: "guessing",
    trial: "an eleventh password from addresses with a port",
    patch: {
      file: "addresses/network.js",
      from: "const address = bareAddress(text);",
      to: "const address = text; if (text.length > 0) return text;",
    },
  },
  {
    name: "this machine answers to any name",
    area: "hosts",
    trial: "at another name",
    patch: {
      file: "entrance/own-host.js",
      from: "names.has(",
      to: "names.size > 0 || names.has(",
    },
  },
  {
    name: "whoever says nothing is waited for",
    area: "connections",
    trial: "half the headers at /graphql",
    patch: {
      file: "entrance/pace.js",
      from: "headersTimeout: headers",
      to: "headersTimeout: headers * 10",
    },
  },
  {
    name: "a text is parsed in one go, however long",
    area: "freezing",
    trial: "reading: addresses after low lines",
    patch: {
      built: "packages/text/dist",
      file: "portions.js",
      from: "piecesOf(text, most))",
      to: '({ of: text, before: "", text }))',
    },
  },
  {
    name: "two texts are compared however long it takes",
    area: "freezing",
    trial: "comparing: letters",
    patch: {
      built: "packages/text/dist",
      file: "edits.js",
      from: "{ comparator, maxEditLength: mostChanges }",
      to: "{}",
    },
  },
  {
    name: "what is typed is looked for as it is typed",
    area: "searching",
    trial: "a letter with a fold",
    patch: { file: "search/words.js", from: "= fold(text)", to: "= text.toLowerCase()" },
  },
];

export function findHole(name: string | undefined): Hole | undefined {
  return holes.find((hole) => hole.name === name);
}
