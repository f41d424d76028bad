import type { Norm } from "../edition.ts";
import { qualityCycle } from "./quality-cycle.ts";

/** Norm 4 of Kwaliteit in Beeld II: the only one whose indicators and example documents are public. In our own words. */
export const samenwerking: Norm = {
  code: "4",
  title: { nl: "Samenwerking", en: "Cooperation" },
  question: {
    nl: "Met wie werken jullie samen om je opdracht waar te maken, waarom juist met hen, en hoe weet je of het iets oplevert?",
    en: "Who do you work with to fulfil your assignment, why them, and how do you know whether it pays off?",
  },
  wording: { nl: "own", en: "own" },
  indicators: [
    {
      code: "4.1",
      statement: {
        nl: "Onze keuze van partners helpt aantoonbaar om te bereiken wat we ons voor nu en later hebben voorgenomen.",
        en: "Our choice of partners demonstrably helps us achieve what we have set out to do, now and later.",
      },
      guidance: {
        nl: "Begin bij jullie ambities. Wat doen jullie zelf, wat doen jullie samen met een ander, en waarom? Denk aan producten, diensten en projecten. Laat zien welke resultaten je met elke partner hebt afgesproken. Neemt een partner werk van jullie over, beschrijf dan wat je eigen medewerkers en vrijwilligers nog doen. Onderwijs en leesbevordering tellen mee.",
        en: "Start from your ambitions. What do you do yourselves, what do you do together with others, and why? Think of products, services and projects. Show which results you have agreed with each partner. If a partner takes over work from you, describe what your own staff and volunteers still do. Education and reading promotion are included.",
      },
      placeholder: {
        nl: "Schrijf hier hoe jullie kiezen. Bijvoorbeeld: bij welke ambitie hoort een partner, en wat lukt zonder die partner niet?",
        en: "Write here how you choose. For example: which ambition does a partner belong to, and what would fail without them?",
      },
    },
    {
      code: "4.2",
      statement: {
        nl: "We beginnen, beoordelen en stoppen samenwerking op grond van criteria die we vooraf hebben bepaald.",
        en: "We start, assess and end cooperation on the basis of criteria that we set in advance.",
      },
      guidance: {
        nl: "Leg vast wanneer een samenwerking de moeite waard is om aan te beginnen, hoe en wanneer jullie haar evalueren, en waaraan je ziet dat ze genoeg heeft gebracht. Daarna kun je voortzetten, bijsturen of beëindigen. Een gemist doel is eerst een reden om bij te sturen. Schrijf ook op wanneer stoppen beter is, nog voordat het zover is. Onderwijs en leesbevordering tellen mee.",
        en: "Write down when a cooperation is worth starting, how and when you evaluate it, and how you can tell that it brought enough. After that you can continue, adjust or end it. A missed target is first of all a reason to adjust. Also write down when ending is better, before it comes to that. Education and reading promotion are included.",
      },
      placeholder: {
        nl: "Schrijf hier wat jullie doen. Bijvoorbeeld: welke vragen stel je jezelf voordat je met een nieuwe partner begint?",
        en: "Write here what you do. For example: which questions do you ask yourselves before you start with a new partner?",
      },
    },
    {
      code: "4.3",
      statement: {
        nl: "We weten wat elke partner inbrengt en wat dat extra oplevert, en het staat in een overeenkomst of een projectplan.",
        en: "We know what each partner brings and what that adds, and it is written down in an agreement or a project plan.",
      },
      guidance: {
        nl: "Beschrijf per partner wat die doet of levert, en wat jullie daardoor meer bereiken dan alleen. Is het nog een experiment? Dan volstaat een projectplan: wat je gaat doen, wat het kost, wanneer je evalueert en wat je oplevert. Gaat de samenwerking daarna structureel door, sluit dan een overeenkomst. Onderwijs en leesbevordering tellen mee.",
        en: "Describe for each partner what they do or deliver, and what you achieve through it that you could not alone. Is it still an experiment? Then a project plan will do: what you are going to do, what it costs, when you evaluate and what you deliver. If the cooperation then becomes structural, make an agreement. Education and reading promotion are included.",
      },
      placeholder: {
        nl: "Schrijf hier wat jullie van partners weten. Bijvoorbeeld: wat brengt de grootste partner in, en waar staat dat?",
        en: "Write here what you know about your partners. For example: what does the largest partner bring, and where does it say so?",
      },
    },
    {
      code: "4.4",
      statement: {
        nl: "Voor ons Informatiepunt Digitale Overheid werken we met lokale partners of met overheidsinstanties, en met hen is concreet afgesproken wie wat doet en bijdraagt.",
        en: "For our Digital Government Information Point (IDO) we work with local partners or with government agencies, and we have agreed with them in concrete terms who does and contributes what.",
      },
      guidance: {
        nl: "Dit geldt alleen voor leden van de VOB met een IDO. Het kan gaan om partners in de buurt, onder wie de gemeente die de regie heeft, of om mensen van de instanties achter het IDO (de Manifestgroep). Beschrijf ook hoe jullie doorverwijzen: wie verwijst, naar wie, en met welke vraag?",
        en: "This applies only to members of VOB that run an IDO. It can be about partners nearby, among them the municipality, which directs, or about people from the agencies behind the IDO (the Manifestgroep). Describe how you refer people too: who refers, to whom, and with which question?",
      },
      placeholder: {
        nl: "Schrijf hier met wie jullie afspraken hebben. Bijvoorbeeld: naar wie verwijs je iemand met een vraag over toeslagen?",
        en: "Write here who you have agreements with. For example: to whom do you refer somebody with a question about benefits?",
      },
      applies: { all: ["vobMember", "runsIdo"] },
    },
  ],
  questions: [
    {
      code: "4.V1",
      title: qualityCycle.approach,
      statement: {
        nl: "Onze manier van samenwerken is klaar voor de toekomst en past bij onze ambities.",
        en: "The way we cooperate is ready for the future and fits our ambitions.",
      },
      guidance: {
        nl: "De auditoren kijken of jullie aanpak volgt uit de ambities bij norm 1, en of ze ook over een paar jaar nog werkt.",
        en: "The auditors look at whether your approach follows from the ambitions in norm 1, and whether it will still work in a few years.",
      },
      derived: false,
      slots: [
        {
          code: "4.V1.visie-of-beleid",
          label: {
            nl: "Visie of beleid voor samenwerking, met de strategische keuzes",
            en: "Vision or policy on cooperation, with its strategic choices",
          },
        },
        {
          code: "4.V1.overzicht-partners",
          label: { nl: "Overzicht van partners", en: "Overview of partners" },
        },
        {
          code: "4.V1.projectplannen",
          label: {
            nl: "Projectplannen waarin staat hoe je samenwerkt",
            en: "Project plans that work out the cooperation",
          },
        },
      ],
    },
    {
      code: "4.V2",
      title: qualityCycle.result,
      statement: {
        nl: "We hebben uitgewerkt welke resultaten we met samenwerking willen halen.",
        en: "We have worked out which results we want to achieve through cooperation.",
      },
      guidance: {
        nl: "Noem wat je wilt leveren (output) en, waar dat kan, wat er daardoor voor mensen verandert (outcome).",
        en: "Name what you want to deliver (output) and, where possible, what will change for people because of it (outcome).",
      },
      derived: false,
      slots: [
        {
          code: "4.V2.overeenkomsten-of-projectplannen",
          label: {
            nl: "Overeenkomsten of projectplannen met het doel, de bijdrage van de partner en de criteria om te beginnen, te evalueren en te stoppen",
            en: "Agreements or project plans with the goal, the partner's contribution and the criteria to start, evaluate and end",
          },
        },
      ],
    },
    {
      code: "4.V3",
      title: qualityCycle.practice,
      statement: {
        nl: "Wie bij ons rondkijkt, ziet elke dag hoe we samenwerken.",
        en: "Anyone who looks around here can see every day how we cooperate.",
      },
      guidance: {
        nl: "De auditoren lezen documenten en komen ook kijken. Wat kunnen ze bij jullie zien, en wie kan erover vertellen?",
        en: "The auditors read documents and also come and look. What can they see at your place, and who can tell them about it?",
      },
      derived: false,
      slots: [
        {
          code: "4.V3.overeenkomsten",
          label: {
            nl: "Afspraken en overeenkomsten met partners",
            en: "Arrangements and agreements with partners",
          },
        },
        {
          code: "4.V3.voortgangsverslagen",
          label: {
            nl: "Voortgangsverslagen waarin staat hoe het met de samenwerking gaat",
            en: "Progress reports that tell how the cooperation is going",
          },
        },
        {
          code: "4.V3.notulen-partneroverleg",
          label: {
            nl: "Notulen van overleg met partners",
            en: "Minutes of meetings with partners",
          },
        },
        {
          code: "4.V3.uitvoering-projecten",
          label: {
            nl: "Informatie over hoe gezamenlijke projecten en activiteiten verlopen",
            en: "Information on how joint projects and activities are carried out",
          },
        },
        {
          code: "4.V3.overzicht-projecten",
          label: {
            nl: "Overzicht van afgeronde en lopende projecten, met wat partners bijdroegen",
            en: "Overview of finished and running projects, with what partners contributed",
          },
        },
      ],
    },
    {
      code: "4.V4",
      title: qualityCycle.evaluation,
      statement: {
        nl: "We bekijken op vaste momenten of onze aanpak van samenwerking werkt, en voeren verbeteringen door.",
        en: "At set times we look at whether our approach to cooperation works, and we carry out improvements.",
      },
      guidance: {
        nl: "Laat zien wat een evaluatie in gang zette: welke maatregel kwam eruit, wie pakte die op en wat was het effect?",
        en: "Show what an evaluation set in motion: which measure came out of it, who took it up and what was the effect?",
      },
      derived: false,
      slots: [
        {
          code: "4.V4.evaluaties-samenwerking",
          label: { nl: "Evaluaties van samenwerkingsverbanden", en: "Evaluations of partnerships" },
        },
        {
          code: "4.V4.evaluaties-projecten",
          label: {
            nl: "Evaluaties van projecten en activiteiten met partners",
            en: "Evaluations of projects and activities with partners",
          },
        },
        {
          code: "4.V4.verbetermaatregelen",
          label: {
            nl: "Verbeterplannen en verbetermaatregelen",
            en: "Improvement plans and improvement measures",
          },
        },
      ],
    },
  ],
};
