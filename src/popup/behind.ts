// All that the popup loads behind its first picture.
export * from "./acts";
export * from "./live";
export * from "./more";
