import { locales, type Edition, type Locale } from "@toetssteen/norms";
import type { FastifyInstance, FastifyReply } from "fastify";
import { create as contentDisposition } from "content-disposition";
import { Refusal } from "../graphql/errors.ts";
import type { Identity } from "../identity/auth.ts";
import {
  findSelfEvaluationPrint,
  findSubmissionPrint,
  type Print,
} from "../printing/find-print.ts";
import type { Renderer } from "../printing/renderer.ts";
import type { Scopes } from "../tenancy/scope.ts";
import { answerError } from "./answer-error.ts";
import { asks } from "./asker.ts";

const mediaTypes = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
} as const;
type Format = keyof typeof mediaTypes;

interface Settings {
  readonly identity: Identity;
  readonly scopes: Scopes;
  readonly editions: ReadonlyMap<string, Edition>;
  readonly renderer: Renderer;
}

type Query = { norm?: string; locale?: string; filled?: string };

/**
 * `GET /prints/<organisation>/self-evaluation/<format>` and `…/submissions/<id>/<format>` give a document that is made
 * for who asks. The hat comes in the header `x-hat`, which another website's page can't send along.
 */
export async function printRoutes(
  app: FastifyInstance,
  { identity, scopes, editions, renderer }: Settings,
): Promise<void> {
  await app.register(
    async (routes) => {
      routes.setErrorHandler(answerError);
      const give = async (reply: FastifyReply, format: Format, { outline, name, share }: Print) => {
        const bytes = await renderer.render(format, outline, share);
        return reply
          .header("content-type", mediaTypes[format])
          .header("content-disposition", contentDisposition(`${name}.${format}`))
          .header("cache-control", "private, no-store")
          .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
      };

      routes.get<{ Params: { organisation: string; format: string }; Querystring: Query }>(
        "/:organisation/self-evaluation/:format",
        { exposeHeadRoute: false },
        async ({ headers, ip, params, query }, reply) => {
          const format = readFormat(params.format);
          const asker = asks(headers, identity.readToken(headers.cookie), ip);
          const print = await findSelfEvaluationPrint(scopes, editions, asker, {
            organisationId: params.organisation,
            norm: query.norm ?? null,
            locale: readLocale(query.locale),
            isOnlyFilled: readFilled(query.filled),
          });
          return give(reply, format, print);
        },
      );

      routes.get<{
        Params: { organisation: string; id: string; format: string };
        Querystring: Query;
      }>(
        "/:organisation/submissions/:id/:format",
        { exposeHeadRoute: false },
        async ({ headers, ip, params, query }, reply) => {
          const format = readFormat(params.format);
          const asker = asks(headers, identity.readToken(headers.cookie), ip);
          const print = await findSubmissionPrint(scopes, asker, {
            organisationId: params.organisation,
            id: params.id,
            locale: readLocale(query.locale),
            isOnlyFilled: readFilled(query.filled),
          });
          return give(reply, format, print);
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
