import { once } from "node:events";
import { createServer, type Socket } from "node:net";

/** A mail server that keeps what it is given. */
export interface MailServer {
  readonly url: string;
  /** What was said to it, but for the mails themselves. */
  readonly commands: readonly string[];
  /** The mails, each as it was sent. */
  readonly texts: readonly string[];
  close(): void;
}

/** @param refusals commands that it refuses, with what it says; it takes everything else */
export async function openMailServer(
  refusals: Readonly<Record<string, string>> = {},
): Promise<MailServer> {
  const commands: string[] = [];
  const texts: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let body: string | undefined;
    let rest = "";
    socket.write("220 mail.example ESMTP\r\n");
    socket.setEncoding("utf8").on("data", (chunk: string) => {
      const lines = (rest + chunk).split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        if (body !== undefined) {
          if (line !== ".") body += `${line}\n`;
          else {
            texts.push(body);
            body = undefined;
            socket.write("250 taken\r\n");
          }
          continue;
        }
        commands.push(line);
        const refusal = Object.entries(refusals).find(([command]) => line.startsWith(command));
        if (refusal) socket.write(`${refusal[1]}\r\n`);
        else if (line === "DATA") {
          body = "";
          socket.write("354 go on\r\n");
        } else socket.write("250 fine\r\n");
      }
    });
    socket.on("error", () => {});
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    commands,
    texts,
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
