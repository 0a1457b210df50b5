import ads from "./ads.txt?raw";
import ai from "./ai.txt?raw";
import analytics from "./analytics.txt?raw";
import automation from "./automation.txt?raw";
import banking from "./banking.txt?raw";
import calendar from "./calendar.txt?raw";
import chat from "./chat.txt?raw";
import ci from "./ci.txt?raw";
import codeHosting from "./code-hosting.txt?raw";
import community from "./community.txt?raw";
import content from "./content.txt?raw";
import database from "./database.txt?raw";
import design from "./design.txt?raw";
import devtools from "./devtools.txt?raw";
import docs from "./docs.txt?raw";
import editor from "./editor.txt?raw";
import feeds from "./feeds.txt?raw";
import games from "./games.txt?raw";
import government from "./government.txt?raw";
import infra from "./infra.txt?raw";
import launch from "./launch.txt?raw";
import local from "./local.txt?raw";
import mail from "./mail.txt?raw";
import maps from "./maps.txt?raw";
import marketplace from "./marketplace.txt?raw";
import misc from "./misc.txt?raw";
import monitoring from "./monitoring.txt?raw";
import news from "./news.txt?raw";
import outreach from "./outreach.txt?raw";
import planning from "./planning.txt?raw";
import registry from "./registry.txt?raw";
import scheduling from "./scheduling.txt?raw";
import search from "./search.txt?raw";
import seo from "./seo.txt?raw";
import shopping from "./shopping.txt?raw";
import social from "./social.txt?raw";
import support from "./support.txt?raw";
import travel from "./travel.txt?raw";
import video from "./video.txt?raw";

/** The shipped lists: the rules of each channel, packed as `pack.ts` does. */
export const lists: Readonly<Record<string, string>> = {
  "code-hosting": codeHosting,
  editor,
  ai,
  automation,
  docs,
  infra,
  ci,
  database,
  registry,
  monitoring,
  design,
  planning,
  devtools,
  local,
  social,
  feeds,
  community,
  launch,
  analytics,
  content,
  outreach,
  ads,
  seo,
  scheduling,
  support,
  marketplace,
  mail,
  search,
  news,
  video,
  shopping,
  chat,
  banking,
  travel,
  government,
  games,
  maps,
  calendar,
  misc,
};
