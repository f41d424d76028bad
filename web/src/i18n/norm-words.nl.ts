import { messages as nextStep } from "../features/next-step/locales/nl.po?lingui";
import { messages as norm } from "../features/norm-page/locales/nl.po?lingui";
import { messages as evidence } from "../features/evidence/locales/nl.po?lingui";
import { messages as work } from "../features/work/locales/nl.po?lingui";
import { messages as comment } from "../features/comment/locales/nl.po?lingui";
import { messages as history } from "../features/history/locales/nl.po?lingui";
import { messages as submission } from "../features/submission/locales/nl.po?lingui";
import { messages as outbox } from "../features/outbox/locales/nl.po?lingui";
import { messages as writing } from "../features/writing/locales/nl.po?lingui";

/** What the page of a norm says. */
export const messages = Object.assign(
  {},
  nextStep,
  norm,
  evidence,
  work,
  comment,
  history,
  submission,
  outbox,
  writing,
);
