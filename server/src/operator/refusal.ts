/** What keeps a command from being done, in one Dutch line that names the argument and what would be right. */
export class OperatorError extends Error {
  override readonly name = "OperatorError";
}
