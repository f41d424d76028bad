import { defineConfig } from "@lingui/cli";
import { formatter } from "@lingui/format-po";

/** Features whose words come along with their pages (`loadMessages`); those of all others are in the catalogue that every page loads. */
const apart = [
  "access-log",
  "activity",
  "account",
  "cycle-page",
  "comment",
  "demo",
  "history",
  "evidence",
  "library-profile",
  "mandate",
  "membership",
  "next-step",
  "norm-page",
  "outbox",
  "oversight",
  "planning",
  "printing",
  "reading",
  "search",
  "sign-in",
  "statement",
  "submission",
  "today",
  "work",
  "writing",
];

export default defineConfig({
  locales: ["nl", "en"],
  sourceLocale: "nl",
  catalogs: [
    {
      path: "<rootDir>/src/locales/{locale}",
      include: ["<rootDir>/src"],
      exclude: apart.map((feature) => `<rootDir>/src/features/${feature}/**`),
    },
    ...apart.map((feature) => ({
      path: `<rootDir>/src/features/${feature}/locales/{locale}`,
      include: [`<rootDir>/src/features/${feature}`],
    })),
  ],
  format: formatter({ lineNumbers: false }),
});
