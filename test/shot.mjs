import chromiumPkg from "@sparticuz/chromium";
import { chromium } from "playwright-core";
const B = process.env.B ?? "http://127.0.0.1:4101";
const [, , email, ...paths] = process.argv;
const browser = await chromium.launch({
  executablePath: await chromiumPkg.executablePath(),
  args: chromiumPkg.args
    .filter((a) => !["--single-process", "--no-zygote"].includes(a))
    .concat("--no-sandbox"),
  headless: true,
});
for (const [name, w, h, scheme] of [
  ["1280-light", 1280, 1000, "light"],
  ["1280-dark", 1280, 1000, "dark"],
  ["390-light", 390, 844, "light"],
]) {
  const ctx = await browser.newContext({
    viewport: { width: w, height: h },
    colorScheme: scheme,
    locale: "nl-NL",
  });
  const page = await ctx.newPage();
  page.on("console", (m) => {
    if (m.type() === "error") console.log(name, "console:", m.text().slice(0, 200));
  });
  await page.request.post(B + "/api/auth/sign-in/email", {
    data: { email, password: "welkom-in-de-bibliotheek" },
    headers: { origin: B },
  });
  for (const [i, p] of paths.entries()) {
    await page.goto(B + p);
    await page.waitForTimeout(900);
    await page.screenshot({
      path: `/tmp/shots/${i}-${name}.png`,
      fullPage: w < 500 ? false : false,
    });
    console.log(name, p, page.url());
  }
  await ctx.close();
}
await browser.close();
