import { operationsOf } from "../../support/operations.ts";
import { schema } from "../../roles/by-the-table.ts";
import { entitledTo, ordinaryVariables } from "../entitled.ts";
import type { Area, Range } from "../range.ts";
import type { Request } from "../remote.ts";
import { routesOf } from "../routes.ts";
import { rowsOf } from "../sql/kept-state.ts";

/** What another website makes a browser send, with the cookies of somebody who is signed in, at every door. */
export const crossSite: Area = {
  name: "cross-site",
  async run(range) {
    const { fixture, tally } = range;
    const { origin } = fixture.server;
    const { cookie, hat } = fixture.personas.administrator.caller;
    const writes = [];
    for (const operation of range.some(
      operationsOf(schema).filter(({ writes: changes }) => changes),
      4,
    )) {
      const right = entitledTo(operation);
      writes.push({
        operation,
        right,
        variables: await ordinaryVariables(range, operation, right),
      });
    }
    // What somebody would send in earnest may itself need rows to be made.
    const before = await changeable(range);
    const doors = await routesOf(fixture.world);
    for (const { method, url } of doors) {
      if (["GET", "HEAD", "OPTIONS"].includes(method)) continue;
      const path = url.replaceAll(/:\w+/g, "0199a000-0000-7000-8000-000000000001");
      for (const from of range.some(foreign(origin), 3))
        for (const type of range.some(simpleTypes, 1))
          await tally.attempt(
            "cross-site",
            `${method} ${url} by ${JSON.stringify(from)} as ${type}`,
            () =>
              refusedTo(range, {
                method,
                path,
                headers: { cookie, ...from, "content-type": type },
                body: "{}",
              }),
          );
    }
    for (const from of foreign(origin).slice(0, 2))
      await preflight(
        range,
        doors.map(({ url }) => url),
        from,
      );
    for (const { operation, right, variables } of writes) {
      const body = JSON.stringify({ query: operation.document, variables });
      const search = new URLSearchParams({
        query: operation.document,
        variables: JSON.stringify(variables),
      });
      const victim = {
        cookie: fixture.personas[right].caller.cookie,
        "x-hat": hat,
        origin: "https://evil.example",
      };
      for (const type of simpleTypes)
        await tally.attempt("cross-site", `${operation.name} from a form (${type})`, () =>
          refusedTo(range, {
            method: "POST",
            path: "/graphql",
            headers: { ...victim, "content-type": type },
            body,
          }),
        );
      await tally.attempt("cross-site", `${operation.name} from a link`, () =>
        refusedTo(range, { path: `/graphql?${search}`, headers: victim }),
      );
    }
    await tally.attempt("cross-site", "what all these left", async () =>
      (await changeable(range)) === before ? "refused" : { unlike: "something was changed" },
    );
  },
};

/** All that a browser sends without asking first. */
const simpleTypes = [
  "text/plain",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=x",
  "text/plain; application/json",
  "",
];

function foreign(own: string): Record<string, string>[] {
  const { port } = new URL(own);
  const origins = [
    "https://evil.example",
    "null",
    `${own}.evil.example`,
    `http://evil.example:${port}`,
    `http://127.0.0.1:${Number(port) + 1}`,
    own.replace("http:", "https:"),
    `http://127.0.0.1@evil.example:${port}`,
    "",
  ];
  return [
    ...origins.map((origin) => ({ origin })),
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
  ];
}

async function refusedTo({ fixture }: Range, request: Request) {
  const reply = await fixture.server.send(request);
  const open = reply.headers["access-control-allow-origin"];
  if (open !== undefined) return { unlike: `it lets ${open} read the answer` };
  if (cookieless(reply.headers["set-cookie"])) return { unlike: "it set a cookie" };
  return reply.status >= 400
    ? ("refused" as const)
    : { unlike: `${reply.status} ${reply.text.slice(0, 200)}` };
}

const cookieless = (set: readonly string[] | undefined) => (set ?? []).length > 0;

/** A browser asks first for anything but the simplest; no door says yes. */
async function preflight(
  range: Range,
  urls: readonly string[],
  from: Record<string, string>,
): Promise<void> {
  for (const url of new Set(urls))
    await range.tally.attempt("cross-site", `asking first at ${url}`, async () => {
      const { headers } = await range.fixture.server.send({
        method: "OPTIONS",
        path: url.replaceAll(/:\w+|\*/g, "x"),
        headers: {
          ...from,
          "access-control-request-method": "POST",
          "access-control-request-headers": "content-type,x-hat",
        },
      });
      const allowed = Object.keys(headers).filter((name) => name.startsWith("access-control-"));
      return allowed.length === 0 ? "refused" : { unlike: `it answers with ${allowed.join()}` };
    });
}

async function changeable({ fixture }: Range): Promise<string> {
  const sessions = await fixture.world.rows("select count(*) from identity.session");
  return `${await rowsOf(fixture.world, fixture.library.id)} ${JSON.stringify(sessions)}`;
}
