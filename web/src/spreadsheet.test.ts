import { expect, test } from "vitest";
import { spreadsheet } from "./spreadsheet.ts";

test("a list opens in a Dutch spreadsheet with its accents", () => {
  expect(spreadsheet([["Naam"], ["Émile"]])).toBe("\uFEFFNaam\r\nÉmile\r\n");
});

test("what separates cells can stand in one", () => {
  expect(spreadsheet([['zegt "ja"; of', "regel\neen"]])).toBe(
    '\uFEFF"zegt ""ja""; of";"regel\neen"\r\n',
  );
});

test("a name that begins like a formula stays a name", () => {
  expect(spreadsheet([["=1+1", "@som", "-3", "a=b"]])).toBe("\uFEFF'=1+1;'@som;'-3;a=b\r\n");
});
