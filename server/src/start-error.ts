/** What keeps the server from starting and its operator can solve; the message is one line that names the setting or file. */
export class StartError extends Error {
  override readonly name = "StartError";
}
