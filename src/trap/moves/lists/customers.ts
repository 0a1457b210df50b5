import type { MoveData } from "../move";
import { sources } from "../sources";

/** What those who came already can tell, and do. */
export const customers = [
  {
    id: "who-else-has-it",
    url: "https://mail.google.com/",
    minutes: 15,
    stage: "after",
    channel: "outreach",
    source: sources.firstCustomers,
  },
  {
    id: "two-sentences-to-quote",
    url: "https://senja.io/",
    minutes: 15,
    stage: "after",
    channel: "content",
    source: {
      name: "FTC, Endorsement guides: what people are asking",
      url: "https://www.ftc.gov/business-guidance/resources/ftcs-endorsement-guides-what-people-are-asking",
    },
  },
  {
    id: "how-would-you-feel",
    url: "https://tally.so/",
    minutes: 30,
    stage: "after",
    channel: "outreach",
    source: {
      name: "Rahul Vohra, How Superhuman built an engine to find product/market fit",
      url: "https://review.firstround.com/how-superhuman-built-an-engine-to-find-product-market-fit/",
    },
  },
  {
    id: "why-they-cancelled",
    url: "https://mail.google.com/",
    minutes: 20,
    stage: "after",
    channel: "support",
    source: sources.talkToUsers,
  },
  {
    id: "thanks-by-hand",
    url: "https://mail.google.com/",
    minutes: 30,
    stage: "after",
    channel: "support",
    source: sources.doThings,
  },
  {
    id: "call-with-the-newest",
    url: "https://cal.com/",
    minutes: 20,
    stage: "after",
    channel: "support",
    source: sources.doThings,
  },
  {
    id: "done-as-you-asked",
    url: "https://mail.google.com/",
    minutes: 15,
    stage: "after",
    channel: "support",
    source: sources.talkToUsers,
  },
  {
    id: "mail-to-earlier-users",
    url: "https://mailchimp.com/",
    minutes: 30,
    stage: "any",
    channel: "content",
    source: {
      name: "Patrick McKenzie, You should probably send more email than you do",
      url: "https://www.kalzumeus.com/2012/05/31/can-i-get-your-email/",
    },
  },
  {
    id: "how-did-you-find-us",
    url: "https://tally.so/",
    minutes: 15,
    stage: "any",
    channel: "outreach",
    source: sources.traction,
  },
  {
    id: "one-customer-s-result",
    url: "https://www.linkedin.com/article/new/",
    minutes: 60,
    stage: "after",
    channel: "content",
    source: sources.traction,
  },
  {
    id: "price-after-three-talks",
    url: "https://dashboard.stripe.com/products",
    minutes: 30,
    stage: "after",
    channel: "content",
    source: {
      name: "Y Combinator, Startup pricing 101",
      url: "https://www.ycombinator.com/library/6h-startup-pricing-101",
    },
  },
] as const satisfies readonly MoveData[];
