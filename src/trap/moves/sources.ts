import type { Source } from "./move";

/** What more than one move rests on. A source of a single move stands beside it. */
export const sources = {
  doThings: { name: "Paul Graham, Do Things That Don't Scale", url: "https://paulgraham.com/ds.html" },
  momTest: { name: "Rob Fitzpatrick, The Mom Test", url: "https://www.momtestbook.com/" },
  traction: { name: "Gabriel Weinberg and Justin Mares, Traction", url: "https://www.tractionbook.com/" },
  firstCustomers: {
    name: "Y Combinator, How to get your first customers",
    url: "https://www.ycombinator.com/library/Ip-how-to-get-your-first-customers",
  },
  talkToUsers: {
    name: "Y Combinator, How to talk to users",
    url: "https://www.ycombinator.com/library/6g-how-to-talk-to-users",
  },
  launchAgain: {
    name: "Y Combinator, How to launch (again and again)",
    url: "https://www.ycombinator.com/library/6i-how-to-launch-again-and-again",
  },
  embedded: { name: "Arvid Kahl, The Embedded Entrepreneur", url: "https://embeddedentrepreneur.com/" },
  reddiquette: {
    name: "Reddit, Reddiquette",
    url: "https://support.reddithelp.com/hc/en-us/articles/205926439-Reddiquette",
  },
} satisfies Record<string, Source>;
