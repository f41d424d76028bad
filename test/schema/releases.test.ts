import { identityMigrations } from "@toetssteen/server/migrating/migrate-identity";
import {
  digestOfText,
  readMigrations,
  requireUnchanged,
} from "@toetssteen/server/migrating/applied";
import { migrations } from "@toetssteen/server/migrating/migrate";
import { listedFunctions } from "@toetssteen/server/migrating/put-functions";
import { release } from "@toetssteen/server/persistence/release";
import { functionsScript } from "@toetssteen/server/migrating/functions";
import { protectionByTable } from "@toetssteen/server/rights/policies";
import { expect, test } from "vitest";

/** Written by hand when a migration lands; from then on it is what databases were made by, and never changes. */
const landed: Readonly<Record<string, string>> = {
  SelfEvaluation1764000000000: "3e186deda9538031f0ceec3727a872be787e3ea8c238b24774174c740293f739",
  OtherReaders1764100000000: "a8cfedf454896ff0c8e3073b51d0017b08ca93f3ac83615511075bd766c772e8",
  Operator1764200000000: "0907bcbe57a580b725d8646205fbec349cb06fc7490a1ab235efea1a4f874185",
  Workplace1764250000000: "46ea7f3c55546d3e1f77f0e6517af34fbcef72417ef8d90e793f6c20998b4cde",
  Comments1764300000000: "fe52d6b5460a374e866efb70c371c17b97f7624f788989cecd65508158493597",
  AccessLogChain1764350000000: "b8652ef094cb982e6cf5bde853483d69dbafe88ee0cce11811aca39ea7054f09",
  Evidence1764500000000: "8e5e6307c2464a5a9f2892163fdd2cc3cb743b5bc497bafeb0a3ba4931bef84c",
  WorkingTogether1764550000000: "96c881b33acbf2cfcb3ff661444ff1de56e2f91e3a679610af3c3a986bc3c642",
  Search1764700000000: "122f93164f01f980845130411a61d5bd579decf77378be27046be58b522d900d",
  ReferencesAskedTwice1764750000000:
    "28796b51b7470f96caf7582cbb59f4bff6771011147b80ee14de040462f9e221",
  OneLineALook1764800000000: "e0202ac70405f4f9157db071f2d7035daead963fc0336db7d57362dd66828e93",
  MailLimits1764810000000: "b33bde57258216311ca4e0a7e2ce067bf9cf2a27be977fa3dc17916767de653d",
  FittingRoles1764820000000: "e0dab3c1f26d6b2f944b08ad629f4df3c5f75a6faab0f2e3988fd3829303bdf3",
  MentionsOnce1764860000000: "1381eb5d1131680b655bc375eae081516321026be0663ae36092da9454ae24aa",
  FoldedAsTyped1764880000000: "2d46f898c41f76c9d3e21e745aa3f84b42363c7fda566a9d4a404819515d02df",
  OneUseOfAPage1764890000000: "0bde805857ef351682fd566fb032c50fff31f9906ab04f7a59c4de8d6632c03b",
  EvidenceIndexes1764940000000: "e3220b581c44a637a5e401a021ec72a7e15be865a4de3dce9c84b93f4a9f661e",
  Releases1764950000000: "a4f37caf01114da87d34e5a74c11d4ce9456d34782d70284bdbf6a72dbc03d82",
  Installation1764960000000: "f523afb13a911af59d566b432c76586ae33b72b63ce7d3bb657d6855a6c86c71",
  SubmittedNorms1764980010000: "28bfd3dd7729a760b3e8d12c8b3fd7861ab268f8b4a1c6462e590ae1c97e21ba",
  "identity 1": "6fa45713306a07b342f12fbd5ac133efbe46feb4d6080043bc82e8ef533c17f3",
  "identity 2": "e57e70f701e8b7c66fd265a2ef6ec48ecc3132d1fa59b3526cb543b5f69fff00",
  "identity 3": "cb1b001d5ab15feff4befd1905fb83d6d1509da8f1740b9722c0113d5daa1859",
};

/** Written by hand when a version is given out: its release, and a digest of what programs call and may see. */
const givenOut: readonly { readonly release: number; readonly digest: string }[] = [];

const written = [...(await readMigrations(migrations)), ...identityMigrations];

test.each(Object.entries(landed))("%s is what it was when it landed", (name, digest) => {
  expect(written.find((each) => each.name === name)?.digest).toBe(digest);
});

test("every migration that landed is held to its text", () => {
  expect(Object.keys(landed)).toEqual(
    written.map(({ name }) => name).filter((name) => Object.hasOwn(landed, name)),
  );
  expect(Object.keys(landed).length).toBeGreaterThanOrEqual(23);
});

test("another text of a migration that was applied is noticed, by its name", () => {
  const [first, ...others] = written;
  const changed = [{ name: first!.name, digest: digestOfText("another") }, ...others];
  expect(() => requireUnchanged(written, written)).not.toThrow();
  expect(() => requireUnchanged(written.slice(0, 3), written)).not.toThrow();
  expect(() => requireUnchanged(written, changed)).toThrow(`migration ${first!.name} was applied`);
});

test("a change after a version was given out is of a higher release", () => {
  const digest = digestOfText(
    JSON.stringify([functionsScript(), listedFunctions, [...protectionByTable()], written]),
  );
  const last = givenOut.at(-1);
  if (last && digest !== last.digest) expect(release.number).toBeGreaterThan(last.release);
  expect(release.number).toBeGreaterThan(givenOut.at(-1)?.release ?? 0);
  expect(release.servesFrom).toBeGreaterThanOrEqual(release.number - 1);
});
