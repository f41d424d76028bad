import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { lastDayBefore, writeDay } from "../../i18n/dates.ts";
import { Menu } from "../../ui/Menu.tsx";
import { VisuallyHidden } from "../../ui/VisuallyHidden.tsx";
import { doorOf } from "../identity/door.ts";
import { hatText } from "../../network/hat.ts";
import { useHatRoles } from "../identity/role-names.ts";
import type { Hat } from "../identity/sign-in.ts";
import { byLibrary } from "../identity/by-library.ts";
import { mandatesOf } from "../identity/mandates-of.ts";
import { NormOfMandate } from "../identity/NormOfMandate.tsx";

export interface HatMenuProps {
  readonly hat: Hat;
  readonly hats: readonly Hat[];
  readonly face: ReactNode;
  readonly className: string;
}

export function HatMenu({ hat, hats, face, className }: HatMenuProps) {
  const { t, i18n } = useLingui();
  const mandates = mandatesOf(hats);
  const describe = useHatRoles();
  const navigate = useNavigate();
  return (
    <Menu
      label={t`Voor wie je werkt`}
      trigger={
        <Button className={className}>
          {face}
          <VisuallyHidden>
            <Trans>kies voor wie je werkt</Trans>
          </VisuallyHidden>
        </Button>
      }
      options={[
        ...hats
          .filter(({ mandate }) => mandate === null)
          .map((one) => ({ id: hatText(one), name: one.name, detail: describe(one) })),
        ...byLibrary(mandates).map((library) => ({
          id: library.organisationId,
          title: library.libraryName,
          options: library.mandates.map((mandate) => ({
            id: hatText({ kind: "MANDATE", id: mandate.id }),
            name: <NormOfMandate mandate={mandate} among={mandates} />,
            text: `${library.libraryName} ${mandate.norm}`,
            detail: t`tot en met ${writeDay(lastDayBefore(mandate.closesAt), i18n.locale)}`,
          })),
        })),
      ]}
      chosen={hatText(hat)}
      defaultOpen
      onChoose={(id) => {
        const chosen = hats.find((one) => hatText(one) === id);
        if (chosen) void navigate(doorOf(chosen));
      }}
    />
  );
}
