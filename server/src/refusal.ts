import { errors, type ErrorCode } from "@toetssteen/contract";
import { GraphQLError } from "graphql";

/** One thing wrong with the input: where, and what would be right. */
export interface InputIssue {
  readonly path: string;
  readonly message: string;
  /** Who was named and no longer belongs to the organisation. */
  readonly left?: string;
}

/** A refusal that the person who asked may read. Anything else that is thrown reaches them only as INTERNAL. */
export class Refusal extends GraphQLError {
  constructor(code: ErrorCode, issues?: readonly InputIssue[]) {
    const { nl, status, severity } = errors[code];
    super(nl, { extensions: { code, severity, ...(issues && { issues }), http: { status } } });
  }
}

/** What isn't there, by the field that named it and what would be right. */
export function notFound(path: string, message: string): Refusal {
  return new Refusal("NOT_FOUND", [{ path, message }]);
}
