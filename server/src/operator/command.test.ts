import { describe, expect, test } from "vitest";
import { parseCommand } from "./command.ts";
import { OperatorError } from "./refusal.ts";

const who = ["--admin-email", "Els@Zeegras.example", "--admin-name", "Els Vos"];
const create = ["organisation", "create", "Bibliotheek Zeegras"];

function refusal(...words: string[]): string {
  try {
    parseCommand(words);
  } catch (error) {
    if (error instanceof OperatorError) return error.message;
    throw error;
  }
  return "understood";
}

describe("creating an organisation", () => {
  test("takes a library's facts and its first administrator", () => {
    const facts = ["--vob", "--ido", "--locations", "9", "--expires", "2027-02-28"];
    expect(parseCommand([...create, "--library", ...facts, ...who])).toEqual({
      name: "organisation create",
      organisation: "Bibliotheek Zeegras",
      kinds: ["library"],
      library: {
        vobMember: true,
        runsIdo: true,
        locations: 9,
        certificateExpiresOn: "2027-02-28",
        edition: null,
      },
      administrator: { email: "els@zeegras.example", name: "Els Vos" },
    });
  });

  test("asks of a library no more than that it is one", () => {
    expect(parseCommand([...create, "--library", ...who])).toMatchObject({
      library: { vobMember: false, runsIdo: false, locations: 1, certificateExpiresOn: null },
    });
  });

  test("makes it several kinds at once, in any order and with values after an equals sign", () => {
    const words = ["--admin-name=Els Vos", "--support-organisation", "--library"];
    expect(
      parseCommand([...create.slice(0, 2), ...words, "Zeegras", "--admin-email=e@z.example"]),
    ).toMatchObject({
      organisation: "Zeegras",
      kinds: ["library", "support_organisation"],
      administrator: { email: "e@z.example", name: "Els Vos" },
    });
  });
});

describe("a command that isn't right is refused by the argument's name, with what would be right", () => {
  test.each([
    [
      [],
      '"" bestaat niet; het kan zijn: organisation create, list, invite, appoint, dismiss, of edition check, add, list, of log verify, of account block, unblock, end-sessions, drop-second-factor, of backup, restore, adopt, verify-files.',
    ],
    [
      ["organisation", "delete"],
      '"organisation delete" bestaat niet; het kan zijn: organisation create,',
    ],
    [["organisation", "create", "--library", ...who], "NAAM ontbreekt."],
    [
      [...create, ...who],
      "Er ontbreekt een soort: geef --library, --support-organisation of --certification-body, of meer dan één.",
    ],
    [
      [...create, "--library"],
      "--admin-email ontbreekt, bijvoorbeeld --admin-email naam@bibliotheek.nl.",
    ],
    [
      [...create, "--library", "--admin-email", "els"],
      '--admin-name ontbreekt, bijvoorbeeld --admin-name "Hanna Prins".',
    ],
    [
      [...create, "--library", "--admin-email", "--admin-name", "Els"],
      "--admin-email heeft een waarde nodig.",
    ],
    [[...create, "--library", ...who, "--expires"], "--expires heeft een waarde nodig."],
    [
      [...create, "--library", "--admin-email", "els", "--admin-name", "Els"],
      "--admin-email klopt niet: een e-mailadres zoals naam@bibliotheek.nl.",
    ],
    [
      [...create, "--library", "--admin-email", "e@z.example", "--admin-name", " "],
      "--admin-name klopt niet: vul een naam in.",
    ],
    [
      [...create, "--library", ...who, "--expires", "2027-02-30"],
      "--expires klopt niet: een dag die bestaat, zoals 2027-02-28.",
    ],
    [
      [...create, "--library", ...who, "--locations", "veel"],
      "--locations klopt niet: een getal van 0 tot en met 10000.",
    ],
    [
      [...create, "--library", ...who, "--locations", "10001"],
      "--locations klopt niet: een getal van 0 tot en met 10000.",
    ],
    [
      [...create, "--support-organisation", ...who, "--vob"],
      "--vob hoort bij een bibliotheek: geef ook --library, of laat het weg.",
    ],
    [
      [...create, "--library", ...who, "--vob=ja"],
      "--vob krijgt geen waarde: schrijf alleen --vob.",
    ],
    [[...create, "--library", "--library", ...who], "--library staat er twee keer."],
    [
      [...create, "--library", ...who, "--color", "red"],
      "--color bestaat hier niet; wel: --library, --support-organisation,",
    ],
    [
      ["organisation", "create", "Bibliotheek", "Zeegras", "--library", ...who],
      '"Zeegras" staat te veel; zet een naam van meer woorden tussen aanhalingstekens.',
    ],
    [["organisation", "list", "alles"], '"alles" staat te veel;'],
    [["organisation", "list", "--all"], "--all bestaat hier niet."],
    [
      ["organisation", "dismiss", "Zeegras", "--library"],
      "--library kan niet worden teruggenomen: het dossier van een bibliotheek hoort bij haar.",
    ],
    [["organisation", "invite", ...who], "ORGANISATIE ontbreekt."],
    [["edition", "add"], "BESTAND ontbreekt."],
  ])("%j", (words, message) => {
    const said = refusal(...words);
    expect(said.slice(0, message.length)).toBe(message);
    expect(said).not.toContain("\n");
  });
});
