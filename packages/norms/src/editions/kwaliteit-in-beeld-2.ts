import type { Edition, Localised, Norm, Wording } from "../edition.ts";
import { samenwerking } from "./kwaliteit-in-beeld-2-norm-4.ts";
import { derivedQuestions } from "./quality-cycle.ts";

const ourWords: Localised<Wording> = { nl: "own", en: "own" };

/**
 * Kwaliteit in Beeld II (2023–2026), as far as it is public, in our own words.
 *
 * Norm 4 is whole. Of the other six only the title is known: their question is read from it, their assessment questions
 * follow from the quality cycle, and they have no indicators. Those come with an edition file of the rights holder.
 */
export const kwaliteitInBeeld2: Edition = {
  code: "kwaliteit-in-beeld-2",
  title: { nl: "Kwaliteit in Beeld II", en: "Kwaliteit in Beeld II" },
  // Only the years are published; whole calendar years are our reading.
  validFrom: "2023-01-01",
  validUntil: "2026-12-31",
  revision: 1,
  norms: [
    normWithoutSource({
      code: "1",
      title: {
        nl: "Missie, visie, strategie en beleid",
        en: "Mission, vision, strategy and policy",
      },
      question: {
        nl: "Waar zijn jullie voor, waar willen jullie heen, en hoe maken jullie daar beleid van?",
        en: "What are you for, where do you want to go, and how do you turn that into policy?",
      },
      subject: { nl: "missie en beleid", en: "mission and policy" },
    }),
    normWithoutSource({
      code: "2",
      title: { nl: "Middelen", en: "Resources" },
      question: {
        nl: "Hebben jullie de middelen om je plannen waar te maken, en hoe zetten jullie die in?",
        en: "Do you have the resources to carry out your plans, and how do you use them?",
      },
      subject: { nl: "onze middelen", en: "our resources" },
    }),
    normWithoutSource({
      code: "3",
      title: { nl: "Mensen", en: "People" },
      question: {
        nl: "Hebben jullie de mensen die het werk vraagt, en hoe help je hen om het goed te doen?",
        en: "Do you have the people that the work asks for, and how do you help them do it well?",
      },
      subject: { nl: "onze mensen", en: "our people" },
    }),
    samenwerking,
    normWithoutSource({
      code: "5",
      title: { nl: "Producten en diensten", en: "Products and services" },
      question: {
        nl: "Wat bieden jullie aan, voor wie, en past dat bij wat jullie willen bereiken?",
        en: "What do you offer, for whom, and does that fit what you want to achieve?",
      },
      subject: { nl: "onze producten en diensten", en: "our products and services" },
    }),
    normWithoutSource({
      code: "6",
      title: { nl: "Resultaten en verantwoording", en: "Results and accountability" },
      question: {
        nl: "Wat hebben jullie bereikt, en hoe laat je dat zien aan wie het aangaat?",
        en: "What have you achieved, and how do you show it to those it concerns?",
      },
      subject: { nl: "onze verantwoording", en: "our accountability" },
    }),
    normWithoutSource({
      code: "7",
      title: { nl: "Compliance", en: "Compliance" },
      question: {
        nl: "Welke wetten en regels gelden voor jullie, en hoe weet je dat je je eraan houdt?",
        en: "Which laws and rules apply to you, and how do you know that you keep to them?",
      },
      subject: { nl: "wetten en regels", en: "laws and rules" },
    }),
  ],
  scale: [
    { code: "niet", label: { nl: "Niet", en: "Not" } },
    { code: "beperkt", label: { nl: "Beperkt", en: "To a limited extent" } },
    { code: "grotendeels", label: { nl: "Grotendeels", en: "Largely" } },
    { code: "volledig", label: { nl: "Volledig", en: "Fully" } },
  ],
  terms: {
    certificateValidity: { years: 4 },
    selfEvaluationBeforeAudit: { weeks: 6 },
    intakeBackWithin: { weeks: 2 },
    reAuditAfterRefusal: { years: 1 },
  },
  assumptions: {
    announcementBeforeQuarter: { months: 6 },
  },
};

function normWithoutSource(
  norm: Pick<Norm, "code" | "title" | "question"> & { readonly subject: Localised },
): Norm {
  const { subject, ...known } = norm;
  return {
    ...known,
    wording: ourWords,
    indicators: [],
    questions: derivedQuestions(known.code, subject),
  };
}
