import { stringify } from "yaml";
import type { Edition } from "../src/edition.ts";

/** A small whole edition as a rights holder may write it. Lines are counted in the tests: line 1 is `code`. */
export const editionText = `code: voorbeeldkader-1
title: { nl: Voorbeeldkader, en: Example framework }
validFrom: 2027-01-01
validUntil: 2030-12-31
revision: 1
norms:
  - code: "1"
    title: { nl: Koers, en: Course }
    question: { nl: Waar ga je heen?, en: Where are you going? }
    wording: { nl: official, en: own }
    indicators:
      - code: "1.1"
        statement: { nl: We weten het., en: We know. }
      - code: "1.2"
        statement: { nl: We delen het., en: We share it. }
        applies:
          any: [vobMember, { not: runsIdo }]
    questions:
      - code: "1.V1"
        title: { nl: Aanpak, en: Approach }
        statement: { nl: Het is doordacht., en: It is well considered. }
        slots:
          - code: "1.V1.koersdocument"
            label: { nl: Koersdocument, en: Course document }
scale:
  - { code: niet, label: { nl: Niet, en: Not } }
  - { code: volledig, label: { nl: Volledig, en: Fully } }
decisionRule:
  points: { niet: 0, volledig: 3 }
  thresholds:
    - { conclusion: ja, total: 3, perNorm: { "1": 3 } }
terms:
  certificateValidity: { years: 4 }
  selfEvaluationBeforeAudit: { weeks: 6 }
  intakeBackWithin: { weeks: 2 }
  reAuditAfterRefusal: { years: 1 }
assumptions:
  announcementBeforeQuarter: { months: 6 }
`;

/** An edition as the file it could have come from. */
export const asYaml = (edition: Edition): string => stringify(edition);
