import { errors, isErrorCode } from "@toetssteen/contract";
import type { FastifyReply, FastifyRequest } from "fastify";
import { asRefusal } from "./as-refusal.ts";

/** Answers what was thrown behind a door of our own with its code, `{ "code": … }`, as those of `/api/auth` do. */
export function answerError(
  error: Error & { statusCode?: number },
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  if (error.statusCode !== undefined && error.statusCode < 500)
    return reply.code(error.statusCode).send({ code: "INVALID_INPUT" });
  const { extensions } = asRefusal(error, request.log);
  const code = isErrorCode(extensions["code"]) ? extensions["code"] : "INTERNAL";
  if (errors[code].severity === "retry") reply.header("retry-after", 2);
  return reply
    .code(errors[code].status)
    .header("content-type", "application/json; charset=utf-8")
    .send({ code });
}
