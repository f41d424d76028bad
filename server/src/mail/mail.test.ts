import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { mail, type TemplateName, templates } from "./mail.ts";
import { render } from "./render.ts";

const publicUrl = "https://toetssteen.example";

interface Example<Name extends TemplateName> {
  readonly values: z.input<(typeof templates)[Name]["values"]>;
  /** What must stand in the mail, in either language, because of these values. */
  readonly says: Readonly<Record<"nl" | "en", readonly string[]>>;
}

const examples: { readonly [Name in TemplateName]: Example<Name> } = {
  invitation: {
    values: {
      name: "Noor Dekker",
      organisationName: "Bibliotheek Waterlinie",
      invitedBy: "Ruud Jansma",
      roles: ["administrator", "quality_coordinator"],
      page: "/uitnodiging/abc",
      expiresAt: "2026-11-17T22:00:00Z",
    },
    says: {
      nl: [
        "Noor Dekker",
        "Bibliotheek Waterlinie",
        "Ruud Jansma",
        "beheerder en kwaliteitscoördinator",
        "/uitnodiging/abc",
        "dinsdag 17 november 2026",
      ],
      en: [
        "Noor Dekker",
        "Bibliotheek Waterlinie",
        "Ruud Jansma",
        "administrator and quality coordinator",
        "/uitnodiging/abc",
        "Tuesday, 17 November 2026",
      ],
    },
  },
  "password-reset": {
    values: { name: "Noor Dekker", page: "/wachtwoord/abc", expiresAt: "2026-11-03T13:30:00Z" },
    says: {
      nl: ["Noor Dekker", "/wachtwoord/abc", "dinsdag 3 november 2026 om 14:30 uur"],
      en: ["Noor Dekker", "/wachtwoord/abc", "14:30 on Tuesday, 3 November 2026"],
    },
  },
  "password-changed": {
    values: { name: "Noor Dekker", changedAt: "2026-07-03T12:30:00Z", page: "/wachtwoord" },
    says: {
      nl: ["Noor Dekker", "vrijdag 3 juli 2026 om 14:30 uur", "/wachtwoord"],
      en: ["Noor Dekker", "Friday, 3 July 2026 at 14:30", "/wachtwoord"],
    },
  },
  "second-factor-changed": {
    values: {
      name: "Noor Dekker",
      change: "turned-off",
      changedAt: "2026-07-03T12:30:00Z",
      page: "/wachtwoord",
    },
    says: {
      nl: ["Noor Dekker", "uitgezet", "vrijdag 3 juli 2026 om 14:30 uur", "/wachtwoord"],
      en: ["Noor Dekker", "turned off", "Friday, 3 July 2026 at 14:30", "/wachtwoord"],
    },
  },
  mention: {
    values: {
      name: "Sanne Vermeulen",
      author: "Noor Dekker",
      organisationName: "Bibliotheek Waterlinie",
      part: "4.2",
      page: "/o/1/zelfevaluatie/4",
    },
    says: {
      nl: [
        "Sanne Vermeulen",
        "Noor Dekker",
        "Bibliotheek Waterlinie",
        "4.2",
        "/o/1/zelfevaluatie/4",
      ],
      en: [
        "Sanne Vermeulen",
        "Noor Dekker",
        "Bibliotheek Waterlinie",
        "4.2",
        "/o/1/zelfevaluatie/4",
      ],
    },
  },
  "mandate-given": {
    values: {
      name: "Joost Peeters",
      bodyName: "Stichting Toetsing",
      libraryName: "De Leesvaart",
      opensAt: "2026-11-02T23:00:00Z",
      closesAt: "2026-11-30T23:00:00Z",
      page: "/indiening/1",
    },
    says: {
      nl: [
        "Joost Peeters",
        "Stichting Toetsing",
        "De Leesvaart",
        "dinsdag 3 november 2026",
        "Tot en met: maandag 30 november 2026",
        "/indiening/1",
      ],
      en: [
        "Joost Peeters",
        "Stichting Toetsing",
        "De Leesvaart",
        "Tuesday, 3 November 2026",
        "including: Monday, 30 November 2026",
        "/indiening/1",
      ],
    },
  },
  "oversight-granted": {
    values: {
      name: "Marit de Wit",
      libraryName: "De Leesvaart",
      supportOrganisationName: "Biblionet Delta",
      level: "progress",
      grantedBy: "Ruud Jansma",
      page: "/organisatie/inzage",
    },
    says: {
      nl: [
        "Marit de Wit",
        "De Leesvaart",
        "Biblionet Delta",
        "Ruud Jansma",
        "voortgang",
        "/organisatie/inzage",
      ],
      en: [
        "Marit de Wit",
        "De Leesvaart",
        "Biblionet Delta",
        "Ruud Jansma",
        "progress",
        "/organisatie/inzage",
      ],
    },
  },
  "oversight-received": {
    values: {
      name: "Jorrit Bakema",
      libraryName: "De Leesvaart",
      supportOrganisationName: "Biblionet Delta",
      level: "progress",
      grantedBy: "Marit de Wit",
      page: "/o/1/leden",
    },
    says: {
      nl: ["Jorrit Bakema", "De Leesvaart", "Biblionet Delta", "Marit de Wit", "/o/1/leden"],
      en: ["Jorrit Bakema", "De Leesvaart", "Biblionet Delta", "Marit de Wit", "/o/1/leden"],
    },
  },
  "submission-received": {
    values: {
      name: "Joost Peeters",
      libraryName: "De Leesvaart",
      part: "norm 4, Samenwerking",
      submittedBy: "Marit de Wit",
      submittedAt: "2026-11-03T13:30:00Z",
      page: "/indieningen",
    },
    says: {
      nl: [
        "Joost Peeters",
        "De Leesvaart",
        "norm 4, Samenwerking",
        "Marit de Wit",
        "dinsdag 3 november 2026 om 14:30 uur",
        "/indieningen",
      ],
      en: [
        "Joost Peeters",
        "De Leesvaart",
        "norm 4, Samenwerking",
        "Marit de Wit",
        "Tuesday, 3 November 2026 at 14:30",
        "/indieningen",
      ],
    },
  },
};

const cases = Object.keys(templates).flatMap((name) =>
  (["nl", "en"] as const).map((locale) => ({ template: name as TemplateName, locale })),
);

function rendered(
  template: TemplateName,
  locale: "nl" | "en",
  values: object = examples[template].values,
) {
  return render(mail.parse({ template, locale, to: "noor@waterlinie.example", values }), publicUrl);
}

/** The words of an HTML page, as a reader sees them. */
function words(html: string): string {
  const entities: Record<string, string> = { lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" };
  return html
    .replace(/^[\s\S]*<main[^>]*>/, "")
    .replace(/<\/main>[\s\S]*$/, "")
    .replaceAll("<li>", "- ")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => entities[name]!)
    .replaceAll(/\s+([:])/g, "$1")
    .replaceAll(/\s+/g, " ")
    .trim();
}

describe.each(cases)("$template in $locale", ({ template, locale }) => {
  test("says what it was given, in its subject, text and HTML", () => {
    const { subject, text, html } = rendered(template, locale);
    expect(subject.length).toBeGreaterThan(10);
    expect(subject.length).toBeLessThan(90);
    for (const said of examples[template].says[locale]) {
      expect(text).toContain(said);
      expect(words(html)).toContain(said);
    }
  });

  test("leaves no place unfilled", () => {
    const { subject, text, html } = rendered(template, locale);
    for (const part of [subject, text, html])
      expect(part).not.toMatch(/[{}[\]]|undefined|null|NaN|Invalid|\$/);
  });

  test("has the same words in text and in HTML", () => {
    const { text, html } = rendered(template, locale);
    expect(words(html)).toBe(text.replaceAll(/\s+/g, " ").trim());
  });

  test("says its language, and fetches nothing from anywhere", () => {
    const { html } = rendered(template, locale);
    expect(html).toContain(`<html lang="${locale}">`);
    expect(html).not.toMatch(/<(img|script|link|style|iframe|object|form)\b|src=|url\(|@import/i);
  });

  test("links to our own pages only, and shows where each link leads", () => {
    const { text, html } = rendered(template, locale);
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href!);
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) {
      expect(new URL(link).origin).toBe(publicUrl);
      expect(text).toContain(link);
    }
  });

  test("shows names as they are written, also when they look like HTML", () => {
    const name = `<b onclick="x">'Noor' & Co</b>`;
    const { text, html } = rendered(template, locale, { ...examples[template].values, name });
    expect(text).toContain(name);
    expect(html).toContain("&lt;b onclick=&quot;x&quot;&gt;&#39;Noor&#39; &amp; Co&lt;/b&gt;");
    expect(html).not.toContain("<b ");
  });

  test("keeps names on one line", () => {
    const { subject, text } = rendered(template, locale, {
      ...examples[template].values,
      ...("libraryName" in examples[template].values && {
        libraryName: "Leesvaart\r\nBcc: iedereen@elders.example",
      }),
      name: "Noor\r\nBcc: iedereen@elders.example\u2028\u202e",
    });
    expect(subject).not.toMatch(/[\r\n]/);
    expect(text).toContain("Noor Bcc: iedereen@elders.example,");
  });
});

describe("what a mail is given", () => {
  const base = {
    template: "password-changed",
    locale: "nl",
    values: examples["password-changed"].values,
  } as const;

  test("is taken when it is right", () => {
    expect(mail.safeParse({ ...base, to: "noor@waterlinie.example" }).success).toBe(true);
  });

  test.each([
    "noor@waterlinie.example\r\nBcc: iedereen@elders.example",
    "noor@waterlinie.example, iedereen@elders.example",
    "Noor <noor@waterlinie.example>",
    "noor@waterlinie.example ",
    "noor",
    "@waterlinie.example",
    `${"a".repeat(250)}@waterlinie.example`,
    "",
  ])("is refused when the address is %j", (to) => {
    expect(mail.safeParse({ ...base, to }).error?.issues[0]?.path).toEqual(["to"]);
  });

  test.each([
    "https://elders.example/",
    "//elders.example",
    "/\\elders.example",
    "javascript:alert(1)",
    "wachtwoord",
    "/a b",
    "/a\nb",
    "",
  ])("is refused when the page is %j", (page) => {
    const given = { ...base, to: "noor@waterlinie.example", values: { ...base.values, page } };
    expect(mail.safeParse(given).error?.issues[0]?.path).toEqual(["values", "page"]);
  });

  test.each(["", " \u200b ", "x".repeat(301)])("is refused when a name is %j", (name) => {
    const given = { ...base, to: "noor@waterlinie.example", values: { ...base.values, name } };
    expect(mail.safeParse(given).error?.issues[0]?.path).toEqual(["values", "name"]);
  });
});
