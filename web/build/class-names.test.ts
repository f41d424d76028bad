import { expect, test } from "vitest";
import { classNames } from "./class-names.ts";

test("a class is called after its file and itself", () => {
  const nameOf = classNames();
  expect(nameOf("root", "web/src/ui/Button.module.css")).toBe("Button-root");
  expect(nameOf("root", "web/src/ui/Button.module.css?used")).toBe("Button-root");
  expect(nameOf("wide", "web/src/ui/Table.module.css")).toBe("Table-wide");
});

test("two files of the same name would share their classes, and are refused", () => {
  const nameOf = classNames();
  nameOf("root", "web/src/ui/Button.module.css");
  expect(() => nameOf("root", "web/src/features/work/Button.module.css")).toThrow(
    "web/src/features/work/Button.module.css has the same name as web/src/ui/Button.module.css",
  );
});
