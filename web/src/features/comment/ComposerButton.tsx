import { useLingui } from "@lingui/react/macro";
import { useApolloClient } from "@apollo/client/react";
import { useEffect, useRef, useState } from "react";
import type { ComponentType, ReactNode } from "react";
import { load } from "../../apollo.ts";
import { MembersDocument } from "../../gql/graphql.ts";
import { Button } from "../../ui/Button.tsx";
import { announce } from "../../ui/LiveRegion.tsx";
import { useDossierPlace } from "../self-evaluation/dossier-place.ts";
import type { ComposerProps } from "./Composer.tsx";
import { findKept } from "./kept-comment.ts";

interface Props extends Omit<ComposerProps, "onClose" | "takesFocus"> {
  readonly children: ReactNode;
}

/** Opens where a comment is written, which comes on first use. One that was begun earlier is open at once. */
export function ComposerButton({ children, ...props }: Props) {
  const { t } = useLingui();
  const client = useApolloClient();
  const { organisationId } = useDossierPlace();
  const [Composer, setComposer] = useState<ComponentType<ComposerProps> | null>(null);
  const [takesFocus, setTakesFocus] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const { place } = props;
  const open = () =>
    Promise.all([import("./Composer.tsx"), load(client, MembersDocument, { organisationId })]).then(
      ([module]) => setComposer(() => module.Composer),
      () => announce(t`Er is nu geen verbinding. Probeer het zo opnieuw.`),
    );
  // oxlint-disable-next-line react/exhaustive-deps -- once, for what was begun on an earlier visit
  useEffect(() => void (findKept(place) && open()), [place]);
  if (Composer !== null)
    return (
      <Composer
        {...props}
        takesFocus={takesFocus}
        onClose={() => {
          setComposer(null);
          setTimeout(() => opener.current?.focus());
        }}
      />
    );
  return (
    <Button
      ref={opener}
      look="quiet"
      small
      onClick={() => {
        setTakesFocus(true);
        void open();
      }}
    >
      {children}
    </Button>
  );
}
