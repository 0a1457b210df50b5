import type { Bench } from "./bench";
import { classify } from "./classify";
import { cost } from "./cost";
import { dashboard } from "./dashboard";
import { disk } from "./disk";
import { errors } from "./errors";
import { fuzz } from "./fuzz";
import { heartbeat } from "./heartbeat";
import { paint } from "./paint";
import { repaints } from "./repaints";
import { replay } from "./replay";
import { sizes } from "./sizes";
import { week } from "./week";

/** In the order in which the table shows them. */
export const benches: readonly Bench[] = [
  sizes,
  paint,
  dashboard,
  heartbeat,
  repaints,
  week,
  disk,
  replay,
  classify,
  fuzz,
  errors,
  cost,
];
