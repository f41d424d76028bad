import { locales, type Edition, type Locale } from "@toetssteen/norms";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { create as contentDisposition } from "content-disposition";
import { requireId } from "../graphql/input.ts";
import { Refusal } from "../refusal.ts";
import type { Action } from "../rights/actions.ts";
import type { Scope } from "../tenancy/scope.ts";
import type { Identity } from "../identity/auth.ts";
import {
  findSelfEvaluationPrint,
  findSubmissionPrint,
  type Print,
} from "../printing/find-print.ts";
import type { Renderer } from "../printing/renderer.ts";
import { answerError } from "./answer-error.ts";
import { readCaller } from "./caller.ts";
import type { Gate } from "./gate.ts";

const mediaTypes = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
} as const;
type Format = keyof typeof mediaTypes;

interface Settings {
  readonly identity: Identity;
  readonly enter: Gate;
  readonly editions: ReadonlyMap<string, Edition>;
  readonly renderer: Renderer;
}

interface Route {
  Params: { organisation: string; format: string };
  Querystring: { norm?: string; locale?: string; filled?: string };
}

/** What is to be printed, and what one needs for it. */
interface Wanted {
  readonly action: Action;
  readonly opened: string;
  readonly find: (scope: Scope, organisationId: string) => Promise<Print>;
}

/**
 * `GET /prints/<organisation>/self-evaluation/<format>` and `…/submissions/<id>/<format>` give a document that is made
 * for who asks. The hat comes in the header `x-hat`, which another website's page can't send along.
 */
export async function printRoutes(
  app: FastifyInstance,
  { identity, enter, editions, renderer }: Settings,
): Promise<void> {
  await app.register(
    async (routes) => {
      routes.setErrorHandler(answerError);
      /** Reads what is to be printed in a scope that is over before it is made. */
      const give = async (request: FastifyRequest<Route>, reply: FastifyReply, wanted: Wanted) => {
        const { headers, ip, params } = request;
        const format = readFormat(params.format);
        const caller = readCaller(headers, identity.readToken(headers.cookie), ip);
        const organisationId = requireId("organisationId", params.organisation);
        const { print, share } = await enter(
          {
            caller,
            subjects: [organisationId],
            actions: [wanted.action],
            writes: false,
            opened: wanted.opened,
          },
          async (scope) => {
            const share = {
              organisation: caller.hat ?? organisationId,
              person: scope.actor.personId ?? "",
            };
            return {
              value: { print: await wanted.find(scope, organisationId), share },
              keep: true,
            };
          },
        );
        const bytes = await renderer.render(format, print.outline, share);
        return reply
          .header("content-type", mediaTypes[format])
          .header("content-disposition", contentDisposition(`${print.name}.${format}`))
          .header("cache-control", "private, no-store")
          .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
      };

      routes.get<Route>(
        "/:organisation/self-evaluation/:format",
        { exposeHeadRoute: false },
        async (request, reply) => {
          const norm = request.query.norm ?? null;
          const look = readLook(request.query);
          return give(request, reply, {
            action: "answer.read",
            opened: "selfEvaluationPrint",
            find: (scope, organisationId) =>
              findSelfEvaluationPrint(scope, editions, { organisationId, norm, ...look }),
          });
        },
      );

      routes.get<Route & { Params: { id: string } }>(
        "/:organisation/submissions/:id/:format",
        { exposeHeadRoute: false },
        async (request, reply) => {
          const { id } = request.params;
          const look = readLook(request.query);
          return give(request, reply, {
            action: "submission.read",
            opened: "submissionPrint",
            find: (scope, organisationId) =>
              findSubmissionPrint(scope, { organisationId, id, ...look }),
          });
        },
      );
    },
    { prefix: "/prints" },
  );
}

function readFormat(format: string): Format {
  if (format === "pdf" || format === "docx") return format;
  throw new Refusal("NOT_FOUND");
}

function readLook({ locale, filled }: Route["Querystring"]) {
  return { locale: readLocale(locale), isOnlyFilled: readFilled(filled) };
}

function readLocale(asked: string | undefined): Locale {
  const locale = locales.find((one) => one === (asked ?? "nl"));
  if (locale) return locale;
  throw new Refusal("INVALID_INPUT", [
    { path: "locale", message: `Een van ${locales.join(" of ")}.` },
  ]);
}

function readFilled(asked: string | undefined): boolean {
  if (asked === undefined || asked === "false") return false;
  if (asked === "true") return true;
  throw new Refusal("INVALID_INPUT", [{ path: "filled", message: "true of false." }]);
}
