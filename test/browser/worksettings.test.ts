import { describe, expect, test } from "vitest";
import type { BrowserName, Page } from "./session";
import { pictures, withSession } from "./setup";
import { readSettings } from "./stored";
import { stories, tell } from "./story";

const dashboard = "src/dashboard/dashboard.html#settings";
const popup = "src/popup/popup.html";

/** Types into a field as a person does who then leaves it. */
const fill = (page: Page, selector: string, text: string) =>
  page.evaluate(
    (wanted: string, typed: string) => {
      const field = document.querySelector(wanted) as HTMLInputElement;
      field.value = typed;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    },
    selector,
    text,
  );

const untilText = (page: Page, selector: string, text: string) =>
  page.until(
    (wanted: string, part: string) => document.querySelector(wanted)?.textContent?.includes(part),
    selector,
    text,
  );

describe.each<BrowserName>(["chromium", "firefox"])("What the user says of their work in %s", (name) => {
  test("is judged by at once: other apps, feeds, hours, and a target once there is a customer", async () => {
    await withSession(name, async ({ session }) => {
      const meter = await session.extensionPage(popup);
      await tell(meter, stories["other-apps"]);
      const page = await session.extensionPage(dashboard);
      await untilText(page, "#work", "Half and half");
      expect(await page.evaluate(() => document.querySelector("#work select[aria-label*=target]"))).toBe(null);

      await page.click("#work .setting label:last-of-type");
      await untilText(page, "#work", "Time in other apps is building");
      await meter.until(() => document.querySelector('[data-zone="factory-trap"]'));

      await page.click("#work [data-act=add-hours] label:nth-of-type(2)");
      await page.click("#work [data-act=add-hours] button");
      await page.until(() => document.querySelector('[data-hours="Mon, Wed, Thu, Fri, 9:00 to 17:00"]'));
      await meter.until(() => Number(document.querySelector<HTMLElement>("[data-zone]")?.dataset.buildMs) < 150e6);
      await page.click("#work [data-act=add-hours] button");
      await untilText(page, "#work .fault", "These hours are there already.");
      expect((await readSettings(page)).offHours).toEqual([{ days: [1, 3, 4, 5], from: 9, until: 17 }]);
      await page.click("#work [data-hours] button");
      await page.until(() => !document.querySelector("[data-hours]"));
      await page.until(() => !document.querySelector("#work .fault")?.textContent);

      const welcome = await session.extensionPage("src/welcome/welcome.html");
      await welcome.until(() => document.querySelector("[data-kind=customers]"));
      await welcome.evaluate(() => {
        (document.querySelector("[data-kind=customers] input") as HTMLInputElement).value = "1";
      });
      await welcome.click("[data-kind=customers] [type=submit]");
      await page.activate();
      await page.until(() => document.querySelector("#work select[aria-label*=target]"));
      await fill(page, "#work select[aria-label*=target]", "0.2");
      await page.until(() => document.querySelector('[data-target="0.2"]'));
      expect(await readSettings(page)).toMatchObject({ otherApps: "build", target: 0.2, offHours: [] });
      await page.screenshot(`${pictures}/${name}-work.png`);
    });
  });

  test("holds projects, of which all is stored or nothing", async () => {
    await withSession(name, async ({ session }) => {
      const page = await session.extensionPage(dashboard);
      await page.until(() => document.querySelector("#projects"));
      await page.click("#projects .adding summary");
      await page.evaluate(() => {
        const write = (field: string, text: string) => {
          (document.querySelector(`.adding [name=${field}]`) as HTMLInputElement).value = text;
        };
        write("name", " Acme ");
        write("domains", "https://Acme.dev/pricing\napp.acme.dev");
        write("repositories", "git@github.com:Acme/App.git\nbitbucket.org/acme/app");
      });
      await page.click(".adding button");
      await untilText(page, "#projects .fault:not(:empty)", "“bitbucket.org/acme/app” is no repository");
      expect(await readSettings(page)).not.toHaveProperty("projects");
      await page.screenshot(`${pictures}/${name}-project-fault.png`);
      await page.evaluate(() => {
        (document.querySelector(".adding [name=repositories]") as HTMLInputElement).value =
          "git@github.com:Acme/App.git\nhttps://github.com/acme/site/pull/7";
      });
      await page.click(".adding button");
      await page.until(() => document.querySelector("[data-project=Acme]"));
      const acme = {
        id: expect.any(String),
        name: "Acme",
        domains: ["acme.dev", "app.acme.dev"],
        repositories: ["github.com/acme/app", "github.com/acme/site"],
        isParked: false,
      };
      expect((await readSettings(page)).projects).toEqual([acme]);
      expect(await page.evaluate(() => (document.querySelector(".adding [name=name]") as HTMLInputElement).value)).toBe(
        "",
      );

      await page.click("[data-project=Acme] summary");
      await page.click("[data-project=Acme] [name=parked]");
      await untilText(page, "[data-project=Acme] summary", "parked");
      await fill(page, "[data-project=Acme] [name=name]", "");
      await untilText(page, "[data-project=Acme] .fault:not(:empty)", "needs a name");
      await fill(page, "[data-project=Acme] [name=name]", "Acme 2");
      await page.until(() => document.querySelector('[data-project="Acme 2"]'));
      expect((await readSettings(page)).projects).toEqual([{ ...acme, name: "Acme 2", isParked: true }]);
      await page.screenshot(`${pictures}/${name}-projects.png`);
      await page.click("[data-project] form .link");
      await page.until(() => !document.querySelector("[data-project]"));
      expect((await readSettings(page)).projects).toEqual([]);
    });
  });

  test("has no nudge until it is wanted, and quiet hours that leave room for one", async () => {
    await withSession(name, async ({ session }) => {
      const page = await session.extensionPage(dashboard);
      await page.until(() => document.querySelector("#nudge"));
      expect(await page.evaluate(() => document.querySelector("#nudge [data-act=notify]"))).toBe(null);
      await page.click("#nudge label:last-of-type");
      await page.until(() => document.querySelector("#nudge [data-act=notify]"));
      await fill(page, "#nudge [name=from]", "9");
      await untilText(page, "#nudge .fault", "quiet all day");
      expect((await readSettings(page)).nudge).toEqual({ isOn: true, quietFrom: 20, quietUntil: 9 });
      await fill(page, "#nudge [name=until]", "17");
      await page.until(() => !document.querySelector("#nudge .fault")?.textContent);
      expect((await readSettings(page)).nudge).toEqual({ isOn: true, quietFrom: 9, quietUntil: 17 });
      expect(
        await page.evaluate(() => document.querySelector<HTMLInputElement>("#nudge [data-act=notify]")?.checked),
      ).toBe(false);
      await page.screenshot(`${pictures}/${name}-nudge.png`);
    });
  });
});
