import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { NextStep, NothingBecause, PlainDate } from "@toetssteen/norms";
import { Link } from "@tanstack/react-router";
import { writeDay } from "../../i18n/dates.ts";
import { loadMessages } from "../../i18n/language.ts";
import { useWanted } from "../../network/use-wanted.ts";
import { rareSentence } from "../next-step/rare-sentence.ts";
import type { RareProps } from "../next-step/RareSentence.tsx";
import { PartPlace, PlaceLink } from "./PartPlace.tsx";

interface Props {
  readonly step: NextStep;
  readonly organisation: string;
  readonly today: PlainDate;
}

/** What to do next, with the way to it. Where it names a part, the sentence says where. */
export function StepSentence({ step, organisation, today }: Props) {
  switch (step.kind) {
    case "reply":
      return <ReplySentence step={step} organisation={organisation} />;
    case "profile":
    case "ambitions":
    case "invite":
    case "close":
    case "submit":
    case "submit-again":
      return <Rare step={step} organisation={organisation} />;
    case "divide":
      return <DivideSentence step={step} organisation={organisation} />;
    case "plan": {
      const { part, norm, dueOn } = step.plan;
      return (
        <Trans>
          <PlaceLink organisation={organisation} norm={norm} part={part} isPlan>
            werk aan je plan bij <PartPlace part={part} norm={norm} />
          </PlaceLink>
          . <Due day={dueOn} today={today} />
        </Trans>
      );
    }
    case "nothing":
      return <Nothing because={step.because} />;
    default:
      return <PartSentence step={step} organisation={organisation} today={today} />;
  }
}

function Rare(props: RareProps) {
  const load = async () => {
    const [code] = await Promise.all([rareSentence.load(), loadMessages("next-step")]);
    return code;
  };
  const { come } = useWanted(load, true, { byItself: true });
  return come === null ? null : <come.RareSentence {...props} />;
}

type PartStep = Extract<NextStep, { readonly part: unknown }>;

function PartSentence({ step, organisation, today }: Props & { readonly step: PartStep }) {
  const { part, norm, dueOn } = step.part;
  const there = { organisation, part, norm };
  const place = <PartPlace part={part} norm={norm} />;
  const due = <Due day={dueOn} today={today} />;
  switch (step.kind) {
    case "answer":
      return (
        <Trans>
          <PlaceLink {...there}>geef antwoord bij {place}</PlaceLink>. {due}
        </Trans>
      );
    case "begin":
      return (
        <Trans>
          <PlaceLink {...there}>begin aan {place}</PlaceLink>. {due}
        </Trans>
      );
    case "continue":
      return (
        <Trans>
          <PlaceLink {...there}>ga verder met {place}</PlaceLink>. {due}
        </Trans>
      );
    case "read":
      return (
        <Trans>
          <PlaceLink {...there}>lees {place} na</PlaceLink>. Het staat klaar om gelezen te worden.
        </Trans>
      );
    case "ask": {
      const { name } = step.assignee;
      return (
        <Trans>
          <PlaceLink {...there}>
            vraag {name} hoe het gaat met {place}
          </PlaceLink>
          . {due}
        </Trans>
      );
    }
    case "wait": {
      const { name } = step.assignee;
      return (
        <Trans>
          {name} werkt aan <PlaceLink {...there}>{place}</PlaceLink>.
        </Trans>
      );
    }
  }
}

/** By when; nothing without a day. */
function Due({ day, today }: { readonly day: PlainDate | null; readonly today: PlainDate }) {
  const { i18n } = useLingui();
  if (day === null) return null;
  const written = writeDay(day, i18n.locale);
  if (day < today) return <Trans>Dat had af moeten zijn op {written}.</Trans>;
  return day === today ? <Trans>Dat moet vandaag af.</Trans> : <Trans>Af op {written}.</Trans>;
}

type Of<Kind extends NextStep["kind"]> = Extract<NextStep, { readonly kind: Kind }>;

function ReplySentence({
  step,
  organisation,
}: Pick<Props, "organisation"> & { readonly step: Of<"reply"> }) {
  const { id, part, norm, from } = step.thread;
  const place = <PartPlace part={part} norm={norm} />;
  return (
    <Trans>
      <Link
        to="/o/$organisation/zelfevaluatie/$norm"
        params={{ organisation, norm }}
        hash={`opmerking-${id}`}
      >
        lees de opmerking van {from} bij {place}
      </Link>
      . Die wacht op jou.
    </Trans>
  );
}

function DivideSentence({
  step: { count, norm },
  organisation,
}: Pick<Props, "organisation"> & { readonly step: Of<"divide"> }) {
  return (
    <Trans>
      <Link
        to="/o/$organisation/werk"
        params={{ organisation }}
        search={{ van: "niemand", ...(norm !== null && { norm }) }}
      >
        {norm === null ? (
          <Trans>verdeel het werk dat nog niemand heeft</Trans>
        ) : (
          <Trans>verdeel het werk aan norm {norm} dat nog niemand heeft</Trans>
        )}
      </Link>
      : <Plural value={count} one="# onderdeel" other="# onderdelen" />.
    </Trans>
  );
}

function Nothing({ because }: { readonly because: NothingBecause }) {
  switch (because) {
    case "reading":
      return <Trans>Je leest hier mee; je collega’s schrijven.</Trans>;
    case "unassigned":
      return <Trans>Er is nog niets aan jou gegeven.</Trans>;
    case "finished":
      return <Trans>Wat van jou was, is klaar of wordt nagelezen.</Trans>;
    case "submitted":
      return <Trans>Alles is ingediend, en daarna is er niets veranderd.</Trans>;
  }
}
