import { describe, expect, test } from "vitest";
import { detailsOf, differences, inputOf, noDetails, problemsOf } from "./details.ts";

const link = { ...noDetails, title: "Beleid", url: "https://waterlinie.example/beleid" };

describe("what is said of a document", () => {
  test.each([
    ["without a title", { ...noDetails, title: " " }, ["no title"]],
    ["with an address that is none", { ...link, url: "waterlinie.example" }, ["no address"]],
    ["with a script for an address", { ...link, url: "javascript:alert(1)" }, ["no address"]],
    ["with a password in its address", { ...link, url: "https://a:b@c.example" }, ["no address"]],
    [
      "about a period that ends before it begins",
      { ...link, aboutFrom: "2026-02-01", aboutTo: "2026-01-01" },
      ["ends before it begins"],
    ],
    ["that is right", { ...link, aboutFrom: "2026-01-01", aboutTo: "2026-01-01" }, []],
  ])("%s", (_, details, problems) => {
    expect([...problemsOf(details)]).toEqual(problems);
  });

  test("is sent without spaces around it, as a link when it has an address", () => {
    const of = { organisationId: "o", id: "i", baseVersion: 3 };
    expect(inputOf({ ...link, title: " Beleid " }, of)).toMatchObject({
      ...of,
      kind: "LINK",
      title: "Beleid",
    });
    expect(inputOf(noDetails, of).kind).toBe("FILES");
  });

  test("differs where somebody changed it", () => {
    expect(differences(link, detailsOf({ ...link, sharing: "SHARED" }))).toEqual(["sharing"]);
  });
});
