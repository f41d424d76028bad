import { expect, test } from "vitest";
import { conditionsOf } from "./conditions.ts";

/** Each condition with what would stand in its place. */
const found = (sql: string) => conditionsOf(sql).map(({ text, instead }) => [text, instead]);

test("every condition that must hold is one that could go unasked", () => {
  expect(found("select a from t where a = 1 and b is null and c > now()")).toEqual([
    ["a = 1", "true"],
    ["b is null", "true"],
    ["c > now()", "true"],
  ]);
});

test("one of several ways is closed instead, and the ways together are asked or not", () => {
  expect(found("where a and (b = 1 or c = 2)")).toEqual([
    ["a", "true"],
    ["(b = 1 or c = 2)", "true"],
    ["b = 1", "false"],
    ["c = 2", "false"],
  ]);
});

test("what a refusal asks is turned around", () => {
  expect(
    found("if a is null or b > 3 then raise exception 'x'; end if; if not c then d; end if;"),
  ).toEqual([
    ["a is null", "false"],
    ["b > 3", "false"],
    ["not c", "false"],
  ]);
});

test("joins, subqueries, cases and what is selected have conditions too", () => {
  const sql = `select x, a and b, case when d then 1 else 2 end
    from t left join u on u.id = t.id and u.f
    where exists (select from v where v.id = t.id) order by x`;
  expect(found(sql).map(([text]) => text)).toEqual([
    "a",
    "b",
    "d",
    "u.id = t.id",
    "u.f",
    "exists (select from v where v.id = t.id)",
    "v.id = t.id",
  ]);
});

test("words in texts, names, comments, ranges, lists and other clauses are no conditions", () => {
  const sql = `insert into t values ('where a and b', "or") -- where c and d
    on conflict (id) do update set e = left('and', 1) where t.f between 1 and 2 and g is distinct from h`;
  expect(found(sql)).toEqual([
    ["t.f between 1 and 2", "true"],
    ["g is distinct from h", "true"],
  ]);
  expect(found("where a && array['b', 'c'] and d")).toEqual([
    ["a && array['b', 'c']", "true"],
    ["d", "true"],
  ]);
  expect(found("case tg_table_name when 'organisation' then 1 end")).toEqual([]);
});
