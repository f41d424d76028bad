import { useApolloClient } from "@apollo/client/react";
import { useEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import { load } from "../../network/apollo.ts";
import { MembersDocument } from "../../gql/graphql.ts";
import { fetchWhenIdle, part } from "../../network/part.ts";
import { Button } from "../../ui/Button.tsx";
import { useWanted } from "../../network/use-wanted.ts";
import { FailureAlert } from "../identity/FailureAlert.tsx";
import { useDossierPlace } from "../self-evaluation/dossier-place.ts";
import type { ComposerProps } from "./Composer.tsx";
import { findKept } from "./kept-comment.ts";

const composer = part(() => import("./Composer.tsx"));

interface Props extends Omit<ComposerProps, "onClose" | "takesFocus"> {
  readonly children: ReactNode;
}

/** Opens where a comment is written, which comes on first use. One that was begun earlier is open at once. */
export function ComposerButton({ children, ...props }: Props) {
  const client = useApolloClient();
  const { organisationId } = useDossierPlace();
  const { place } = props;
  const [isOpen, setOpen] = useState(() => findKept(place) !== null);
  const [takesFocus, setTakesFocus] = useState(false);
  const { come, failure, again } = useWanted(async () => {
    const members = load(client, MembersDocument, { organisationId });
    const [module] = await Promise.all([composer.load(), members]);
    return module;
  }, isOpen);
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => fetchWhenIdle(composer), []);
  if (come !== null)
    return (
      <come.Composer
        {...props}
        takesFocus={takesFocus}
        onClose={() => {
          setOpen(false);
          setTimeout(() => opener.current?.focus());
        }}
      />
    );
  return (
    <>
      <Button
        ref={opener}
        look="quiet"
        small
        onClick={() => {
          setTakesFocus(true);
          if (isOpen) again();
          else setOpen(true);
        }}
      >
        {children}
      </Button>
      <FailureAlert failure={failure} />
    </>
  );
}
