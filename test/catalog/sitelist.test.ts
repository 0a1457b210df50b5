import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseSite } from "../../src/catalog/page";
import { parseSiteLines } from "../../src/catalog/sitelist";

describe("sites, one a line", () => {
  test("are read as they stand in page keys, sorted, each once", () => {
    expect(parseSiteLines("x.com\nhttps://www.Example.org/path\n\n  example.org \r\nlocalhost:3000\n")).toEqual({
      sites: ["example.org", "localhost:3000", "x.com"],
      wrong: [],
    });
  });

  test("leave those that are none as they were typed", () => {
    expect(parseSiteLines("two words\nx.com\n *.example.org \nhttp://")).toEqual({
      sites: ["x.com"],
      wrong: ["two words", "*.example.org", "http://"],
    });
  });

  test("are none where nothing is typed", () => {
    for (const text of ["", "\n", " \r\n\t"]) expect(parseSiteLines(text)).toEqual({ sites: [], wrong: [] });
  });

  test("are the same when they are read again, whatever was typed", () => {
    const line = fc.oneof(fc.webUrl(), fc.domain(), fc.string());
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const { sites, wrong } = parseSiteLines(lines.join("\n"));
        expect(parseSiteLines(sites.join("\n"))).toEqual({ sites, wrong: [] });
        for (const one of wrong) expect(parseSite(one)).toBeNull();
      }),
    );
  });
});
