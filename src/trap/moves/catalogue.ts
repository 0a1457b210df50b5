import { answers } from "./lists/answers";
import { conversations } from "./lists/conversations";
import { customers } from "./lists/customers";
import { launches } from "./lists/launches";
import { pages } from "./lists/pages";
import { posts } from "./lists/posts";
import { stores } from "./lists/stores";
import type { Move } from "./move";

/** Every move. Among equals the earlier one is offered first. */
export const moves: readonly Move[] = [
  ...conversations,
  ...customers,
  ...answers,
  ...posts,
  ...launches,
  ...stores,
  ...pages,
];
