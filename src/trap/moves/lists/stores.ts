import type { MoveData } from "../move";

/** The pages in stores and what people write there; for who sells in them. */
export const stores = [
  {
    id: "chrome-store-first-lines",
    url: "https://chrome.google.com/webstore/devconsole",
    minutes: 30,
    stage: "any",
    channel: "marketplace",
    source: {
      name: "Chrome for Developers, Creating a great listing page",
      url: "https://developer.chrome.com/docs/webstore/best-listing",
    },
    regularsOnly: true,
  },
  {
    id: "chrome-store-replies",
    url: "https://chrome.google.com/webstore/devconsole",
    minutes: 15,
    stage: "any",
    channel: "marketplace",
    source: {
      name: "Chrome for Developers, Managing user feedback",
      url: "https://developer.chrome.com/docs/webstore/support-users",
    },
    regularsOnly: true,
  },
  {
    id: "firefox-listing",
    url: "https://addons.mozilla.org/developers/addons",
    minutes: 30,
    stage: "any",
    channel: "marketplace",
    source: {
      name: "Firefox Extension Workshop, Create an appealing listing",
      url: "https://extensionworkshop.com/documentation/develop/create-an-appealing-listing/",
    },
    regularsOnly: true,
  },
  {
    id: "app-store-pictures",
    url: "https://appstoreconnect.apple.com/",
    minutes: 45,
    stage: "any",
    channel: "marketplace",
    source: {
      name: "Apple, Creating your product page",
      url: "https://developer.apple.com/app-store/product-page/",
    },
    regularsOnly: true,
  },
  {
    id: "app-store-reviews",
    url: "https://appstoreconnect.apple.com/",
    minutes: 15,
    stage: "after",
    channel: "marketplace",
    source: {
      name: "Apple, Ratings, reviews, and responses",
      url: "https://developer.apple.com/app-store/ratings-and-reviews/",
    },
    regularsOnly: true,
  },
  {
    id: "play-store-listing",
    url: "https://play.google.com/console",
    minutes: 30,
    stage: "any",
    channel: "marketplace",
    source: {
      name: "Google Play, Best practices for your store listing",
      url: "https://support.google.com/googleplay/android-developer/answer/13393723",
    },
    regularsOnly: true,
  },
] as const satisfies readonly MoveData[];
