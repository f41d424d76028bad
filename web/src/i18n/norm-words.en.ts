import { messages as nextStep } from "../features/next-step/locales/en.po?lingui";
import { messages as norm } from "../features/norm-page/locales/en.po?lingui";
import { messages as evidence } from "../features/evidence/locales/en.po?lingui";
import { messages as work } from "../features/work/locales/en.po?lingui";
import { messages as comment } from "../features/comment/locales/en.po?lingui";
import { messages as history } from "../features/history/locales/en.po?lingui";
import { messages as submission } from "../features/submission/locales/en.po?lingui";
import { messages as outbox } from "../features/outbox/locales/en.po?lingui";
import { messages as writing } from "../features/writing/locales/en.po?lingui";

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
