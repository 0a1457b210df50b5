import { expect, test } from "vitest";
import { createPseudonyms } from "../../src/catalog/pseudonym";

test("each site gets a name of its own, the same one each time, and its path goes", () => {
  const pseudonym = createPseudonyms();
  const keys = ["github.com/acme/shop", "x.com/home", "github.com", "localhost:3000", "localhost:4000", "x.com"];
  expect(keys.map(pseudonym)).toEqual([
    "site-1.example",
    "site-2.example",
    "site-1.example",
    "site-3.example",
    "site-4.example",
    "site-2.example",
  ]);
});

test("pages on no site, and DevTools, keep their keys and use up no name", () => {
  const pseudonym = createPseudonyms();
  expect(["about:", "other-apps:", "devtools:", "x.com"].map(pseudonym)).toEqual([
    "about:",
    "other-apps:",
    "devtools:",
    "site-1.example",
  ]);
});

test("the names begin anew each time", () => {
  createPseudonyms()("github.com");
  expect(createPseudonyms()("x.com")).toBe("site-1.example");
});
