import type { MoveData } from "../move";
import { sources } from "../sources";

/** Saying something in public. */
export const posts = [
  {
    id: "number-of-the-week",
    url: "https://x.com/intent/post",
    minutes: 15,
    stage: "any",
    channel: "social",
    source: { name: "Arvid Kahl, The Bootstrapped Founder", url: "https://thebootstrappedfounder.com/" },
  },
  {
    id: "picture-of-the-week",
    url: "https://x.com/intent/post",
    minutes: 15,
    stage: "any",
    channel: "social",
    source: {
      name: "Harkin et al. 2016, Does monitoring goal progress promote goal attainment?",
      url: "https://doi.org/10.1037/bul0000025",
    },
  },
  {
    id: "what-did-not-work",
    url: "https://bsky.app/intent/compose",
    minutes: 15,
    stage: "any",
    channel: "social",
    source: { name: "Shawn Wang, Learn In Public", url: "https://www.swyx.io/learn-in-public" },
  },
  {
    id: "five-testers",
    url: "https://www.reddit.com/r/alphaandbetausers/submit",
    minutes: 20,
    stage: "before",
    channel: "community",
    source: sources.reddiquette,
  },
  {
    id: "side-project-question",
    url: "https://www.reddit.com/r/SideProject/submit",
    minutes: 30,
    stage: "any",
    channel: "community",
    source: sources.reddiquette,
  },
  {
    id: "lesson-on-indie-hackers",
    url: "https://www.indiehackers.com/new-post",
    minutes: 45,
    stage: "any",
    channel: "community",
    source: {
      name: "Indie Hackers, How do you make a successful post?",
      url: "https://www.indiehackers.com/post/how-do-you-make-a-successful-post-on-indie-hackers-f6745260fd",
    },
  },
] as const satisfies readonly MoveData[];
