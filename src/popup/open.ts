import { Database } from "../store/database";

/** The store that the popup reads and writes. */
export const db = new Database();
