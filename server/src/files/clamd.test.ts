import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import net from "node:net";
import path from "node:path";
import { Readable } from "node:stream";
import { afterAll, describe, expect, test } from "vitest";
import { openFakeClamd } from "../../../test/support/fake-clamd.ts";
import { makeTemporaryFolder } from "../../../test/support/temporary-folder.ts";
import { createScanner } from "./clamd.ts";

const folder = await makeTemporaryFolder();
const clamd = await openFakeClamd();
const local = await openFakeClamd(path.join(folder, "clamd.sock"));
afterAll(async () => {
  await clamd.close();
  await local.close();
  await rm(folder, { recursive: true, force: true });
});

describe("the virus scanner", () => {
  test.each([
    ["over the network", () => clamd],
    ["over a socket", () => local],
  ])("%s gets every byte, and says what it found", async (_, of) => {
    const scan = createScanner(of().url);
    const bytes = randomBytes(300_000);
    expect(await scan(Readable.from([bytes.subarray(0, 100_000), bytes.subarray(100_000)]))).toBe(
      "clean",
    );
    expect(of().scanned.at(-1)?.equals(bytes)).toBe(true);
    expect(await scan(Readable.from([Buffer.from("een VIRUS")]))).toBe("infected");
  });

  test("that gives no verdict is no reason to let a file pass", async () => {
    const scan = createScanner(clamd.url);
    for (const answer of ["INSTREAM size limit exceeded. ERROR", "", "stream: OK maar niet heus"]) {
      clamd.answer(answer);
      await expect(scan(Readable.from([Buffer.from("x")]))).rejects.toThrow("gives no verdict");
    }
    clamd.answer(null);
  });

  test("that is down, or breaks off, is none either", async () => {
    const free = net.createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => free.once("listening", resolve));
    const { port } = free.address() as net.AddressInfo;
    await new Promise((resolve) => free.close(resolve));
    const nobody = createScanner(`tcp://127.0.0.1:${port}`);
    await expect(nobody(Readable.from([Buffer.from("x")]))).rejects.toThrow("ECONNREFUSED");
    clamd.breakOff(true);
    await expect(
      createScanner(clamd.url)(Readable.from([randomBytes(500_000)])),
    ).rejects.toBeInstanceOf(Error);
    clamd.breakOff(false);
  });

  test("is not told that bytes are whole which broke off", async () => {
    const cut = async function* () {
      yield Buffer.from("half");
      throw new Error("de opslag viel weg");
    };
    const before = clamd.scanned.length;
    await expect(createScanner(clamd.url)(Readable.from(cut()))).rejects.toThrow(
      "de opslag viel weg",
    );
    expect(clamd.scanned).toHaveLength(before);
  });
});
