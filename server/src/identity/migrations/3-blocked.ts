/**
 * An account that an operator blocked gets no session, whichever way to one somebody finds; those that there were end
 * with the blocking.
 */
export const blocked = `
  alter table "user" add "blockedAt" timestamptz;

  create function refuse_blocked() returns trigger language plpgsql set search_path = '' as $$
  begin
    if (select u."blockedAt" is not null from identity."user" u where u.id = new."userId") then
      raise exception 'this account is blocked' using errcode = 'TS001';
    end if;
    return new;
  end $$;
  revoke all on function refuse_blocked() from public;
  create trigger refuse_blocked before insert on session for each row execute function refuse_blocked();
`;
