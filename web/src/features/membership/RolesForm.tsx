import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";
import type { FormEvent } from "react";
import type { Role } from "../../gql/graphql.ts";
import { Button } from "../../ui/Button.tsx";
import { useInvalidFocus } from "../../ui/focus.ts";
import { Notice } from "../../ui/Notice.tsx";
import { useSubmission } from "../../network/use-submission.ts";
import { FailureAlert } from "../identity/FailureAlert.tsx";
import { useRoleNames } from "../identity/role-names.ts";
import type { Done } from "./done.ts";
import type { Management } from "./management.ts";
import { isAdministrator, isLastAdministrator } from "./people.ts";
import type { Membership, People } from "./people.ts";
import styles from "./PersonPage.module.css";
import { RoleChoices } from "./RoleChoices.tsx";

interface Props {
  readonly member: Membership;
  readonly people: People;
  readonly isSelf: boolean;
  readonly management: Management;
  /** Null when there was nothing to change. */
  readonly onDone: (done: Done | null) => Promise<void>;
}

/** The roles of one member. Saving rests on the roles as they were when this was opened. */
export function RolesForm({ member, people, isSelf, management, onDone }: Props) {
  const { t } = useLingui();
  const { isBusy, failure, submit } = useSubmission();
  const [base, setBase] = useState(member);
  const [chosen, setChosen] = useState(member.roles);
  const [problems, setProblems] = useState(none);
  const [current, setCurrent] = useState<Membership | null>(null);
  const form = useInvalidFocus<HTMLFormElement>(problems);
  const { name } = member;
  const fixed = isLastAdministrator(member, people.present)
    ? {
        ADMINISTRATOR: t`${name} is de enige beheerder. Geef eerst iemand anders deze rol.`,
      }
    : {};
  const givesUp = isSelf && isAdministrator(member) && !chosen.includes("ADMINISTRATOR");

  const save = (from: Membership) => {
    setProblems({ roles: chosen.length === 0 });
    if (chosen.length === 0) return;
    if (same(chosen, from.roles)) return void onDone(null);
    submit(async () => {
      const result = await management.changeRoles(from, chosen);
      if (result.kind !== "conflict") return onDone(result);
      setCurrent(result.current);
      return undefined;
    });
  };
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    save(current ?? base);
  };
  const take = (theirs: Membership) => {
    setBase(theirs);
    setChosen(theirs.roles);
    setCurrent(null);
    form.current?.querySelector("input")?.focus();
  };

  return (
    <form ref={form} className={styles.form} onSubmit={send} noValidate>
      <FailureAlert
        failure={failure}
        words={{
          NOT_FOUND: (
            <Trans>De toegang van {name} is in de tussentijd gestopt. Er is niets veranderd.</Trans>
          ),
        }}
      />
      {current !== null && (
        <Clash name={name} current={current} chosen={chosen} onTake={() => take(current)} />
      )}
      <RoleChoices
        fitting={people.fittingRoles}
        chosen={chosen}
        hint={<Trans>Je kunt er meer kiezen.</Trans>}
        error={problems.roles ? t`Kies minstens één rol. De toegang stoppen kan hieronder.` : null}
        fixed={fixed}
        onChange={setChosen}
      />
      {givesUp && (
        <Notice kind="attention" small>
          <p>
            <Trans>
              Je geeft je eigen rol van beheerder op. Daarna kan alleen een andere beheerder je die
              teruggeven.
            </Trans>
          </p>
        </Notice>
      )}
      <div className={styles.actions}>
        <Button type="submit" look="first" aria-disabled={isBusy}>
          {isBusy ? (
            <Trans>Bewaren…</Trans>
          ) : current !== null ? (
            <Trans>Bewaar toch mijn keuze</Trans>
          ) : (
            <Trans>Bewaar de rollen</Trans>
          )}
        </Button>
      </div>
    </form>
  );
}

const none = { roles: false };

interface ClashProps {
  readonly name: string;
  readonly current: Membership;
  readonly chosen: readonly Role[];
  readonly onTake: () => void;
}

/** Somebody else changed the roles first. Nothing was written until a person chooses. */
function Clash({ name, current, chosen, onTake }: ClashProps) {
  const roleNames = useRoleNames();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), [current]);
  const [theirs, mine] = [roleNames(current.roles), roleNames(chosen)];
  return (
    <div ref={place} role="alert" tabIndex={-1}>
      <Notice kind="attention">
        <div className={styles.clash}>
          <p>
            <Trans>
              Iemand anders veranderde net de rollen van {name}. Er is niets overschreven.
            </Trans>
          </p>
          <p>
            <Trans>
              Nu staat er: <strong>{theirs}</strong>. Jij koos: <strong>{mine}</strong>.
            </Trans>
          </p>
          <div>
            <Button small onClick={onTake}>
              <Trans>Neem wat er nu staat</Trans>
            </Button>
          </div>
        </div>
      </Notice>
    </div>
  );
}

function same(one: readonly Role[], other: readonly Role[]): boolean {
  return one.length === other.length && one.every((role) => other.includes(role));
}
