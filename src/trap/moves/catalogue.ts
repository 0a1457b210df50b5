import { say } from "../../texts/say";
import { answers } from "./lists/answers";
import { conversations } from "./lists/conversations";
import { customers } from "./lists/customers";
import { launches } from "./lists/launches";
import { pages } from "./lists/pages";
import { posts } from "./lists/posts";
import { stores } from "./lists/stores";
import { camelOf, type Move } from "./move";

const listed = [...conversations, ...customers, ...answers, ...posts, ...launches, ...stores, ...pages];

/** Every move. Among equals the earlier one is offered first. Their texts are said when they are read, and copied with a copy. */
export const moves: readonly Move[] = listed.map((move) => {
  // The compiler knows every id, so a move without its three texts does not compile.
  const name = camelOf(move.id);
  return {
    ...move,
    get title() {
      return say(`move_${name}_title`);
    },
    get why() {
      return say(`move_${name}_why`);
    },
    get how() {
      return say(`move_${name}_how`);
    },
  };
});
