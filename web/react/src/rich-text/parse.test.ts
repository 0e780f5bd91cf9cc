// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import type { Piece } from "./parse.js";
import { parse, plainText } from "./parse.js";

const text = (words: string): Piece => ({ is: "text", text: words });
const links = (words: string) =>
  parse(words).flatMap((piece) => (piece.is === "link" ? [[piece.text, piece.href]] : []));

describe("links", () => {
  it("are http, https, mailto and tel, without the sentence around them", () => {
    expect(links("voir https://exemple.test/a?b=1#c, puis (http://exemple.test/x_(y)).")).toEqual([
      ["https://exemple.test/a?b=1#c", "https://exemple.test/a?b=1#c"],
      ["http://exemple.test/x_(y)", "http://exemple.test/x_(y)"],
    ]);
    expect(links("mailto:awa@exemple.test ou tel:+221338211234")).toEqual([
      ["mailto:awa@exemple.test", "mailto:awa@exemple.test"],
      ["tel:+221338211234", "tel:+221338211234"],
    ]);
    expect(links("www.exemple.test")).toEqual([["www.exemple.test", "https://www.exemple.test/"]]);
  });

  it("are never anything that runs", () => {
    for (const bad of [
      "javascript:alert(1)",
      "JaVaScRiPt:alert(1)",
      "data:text/html,<script>alert(1)</script>",
      "vbscript:msgbox",
      "xhttp://exemple.test",
      "http://",
      "https://banque.test@voleur.test/",
      "http://a:b@voleur.test",
    ])
      expect(links(bad)).toEqual([]);
  });

  it("show the host that they lead to", () => {
    expect(links("https://аррӏе.com/compte")).toEqual([
      ["https://xn--80ak6aa92e.com/compte", "https://xn--80ak6aa92e.com/compte"],
    ]);
    expect(links("https://pаypal.com")[0]?.[0]).toContain("xn--");
    expect(links("https://café.test/")[0]?.[0]).toBe("https://café.test/");
    expect(links("https://exemple.test\u202Egnp.exe")[0]?.[0]).toBe("https://exemple.test");
  });
});

describe("styles", () => {
  it("are marks around words, one inside the other", () => {
    expect(parse("*gras*, _léger_ et ~non~")).toEqual([
      { is: "strong", pieces: [text("gras")] },
      text(", "),
      { is: "em", pieces: [text("léger")] },
      text(" et "),
      { is: "del", pieces: [text("non")] },
    ]);
    expect(parse("*a _b_*")).toEqual([
      { is: "strong", pieces: [text("a "), { is: "em", pieces: [text("b")] }] },
    ]);
  });

  it("leave arithmetic, names and lone marks alone", () => {
    for (const plain of ["2 * 3 * 4", "un_nom_de_fichier", "*seul", "a*b*c", "**", "* puce", "*a\nb*"])
      expect(parse(plain)).toEqual([text(plain)]);
  });

  it("stop at code, which is shown as it is", () => {
    expect(parse("`a *b* https://x.test`")).toEqual([{ is: "code", text: "a *b* https://x.test" }]);
    expect(parse("```\nun\n  deux\n```")).toEqual([{ is: "block", text: "un\n  deux" }]);
  });

  it("are left out of previews", () => {
    expect(plainText("*Oui*, `demain`")).toBe("Oui, demain");
  });
});

it("mentions are the names of people who were named, the longest first", () => {
  const people = [
    { id: "1", name: "Awa" },
    { id: "2", name: "Awa Koné" },
  ];
  expect(parse("@Awa Koné et @Awa, @Zoé", people)).toEqual([
    { is: "mention", text: "@Awa Koné", id: "2" },
    text(" et "),
    { is: "mention", text: "@Awa", id: "1" },
    text(", @Zoé"),
  ]);
});

it("takes time in proportion to the text, whatever it is (row 60 of docs/security.md)", () => {
  for (const bad of ["*a ", "_", "`", "```", "~a~b", "http://", "(", "www.", "@", ")", ".", "*_~`"]) {
    const before = process.cpuUsage();
    parse(bad.repeat(16_384 / bad.length), [{ id: "1", name: "Awa" }]);
    parse(`https://x.test/${bad.repeat(16_384 / bad.length)}`);
    expect(process.cpuUsage(before).user).toBeLessThan(250_000);
  }
});
