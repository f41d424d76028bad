import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { Menu } from "../../ui/Menu.tsx";
import { VisuallyHidden } from "../../ui/VisuallyHidden.tsx";
import { doorOf } from "../identity/door.ts";
import { hatText } from "../identity/hat.ts";
import { useHatRoles } from "../identity/role-names.ts";
import type { Hat } from "../identity/sign-in.ts";

export interface HatMenuProps {
  readonly hat: Hat;
  readonly hats: readonly Hat[];
  readonly face: ReactNode;
  readonly className: string;
}

export function HatMenu({ hat, hats, face, className }: HatMenuProps) {
  const { t } = useLingui();
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
      options={hats.map((one) => ({ id: hatText(one), name: one.name, detail: describe(one) }))}
      chosen={hatText(hat)}
      defaultOpen
      onChoose={(id) => {
        const chosen = hats.find((one) => hatText(one) === id);
        if (chosen) void navigate(doorOf(chosen));
      }}
    />
  );
}
