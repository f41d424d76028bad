import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import type { Plugin } from "vite";

const compress = promisify(brotliCompress);
const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };

/** Where the compressed form of a file lies: the server sends it to browsers that read brotli. */
export const compressedName = (file: string) => `${file}.br`;

/** Compresses what a page is made of once, as small as can be: far smaller than a server would do for each answer. */
export function compressed(): Plugin {
  return {
    name: "toetssteen-compressed",
    apply: "build",
    writeBundle: {
      // Whatever measures comes after.
      order: "pre",
      sequential: true,
      async handler({ dir }) {
        if (dir === undefined) throw new Error("The build has no folder.");
        const names = await readdir(dir, { recursive: true });
        await Promise.all(
          names
            .filter((name) => /\.(js|css|html)$/.test(name))
            .map(async (name) => {
              const file = path.join(dir, name);
              const small = await compress(await readFile(file), { params });
              await writeFile(compressedName(file), small);
            }),
        );
      },
    },
  };
}
