/** Why the background woke. Only `startup` changes the outcome: a new browser session is never bridged from the one before. */
export const causes = ["startup", "activated", "updated", "removed", "focus", "idle", "alarm", "suspend"] as const;
export type Cause = (typeof causes)[number];

/** What the browser's idle API says of the user. `idle` comes one idle threshold after the last input. */
export const presences = ["active", "idle", "locked"] as const;
export type Presence = (typeof presences)[number];

/** One observation of the browser at one instant. */
export interface Heartbeat {
  /** Epoch milliseconds. */
  at: number;
  /** Minutes that the user's local clock is ahead of UTC at that instant. */
  offset: number;
  cause: Cause;
  /** Page key of the active tab of the focused window; null when there is none. */
  page: string | null;
  /** Whether a browser window has the focus of the operating system. Without it the time is other apps'. */
  focused: boolean;
  /** Whether the focus is in a private window: nothing is known of it, and nothing is counted. */
  private: boolean;
  presence: Presence;
  /** Whether that page can be heard: not merely playing, but not muted either. */
  audible: boolean;
}

/** The page key under which the time of other apps is kept. Like a browser page's, it is a scheme and no site. */
export const OTHER_APPS = "other-apps:";
