import type { JSX } from "preact";
import type { Category } from "../catalog/channels";
import { lookOf } from "../catalog/look";
import "./channelicon.css";

/** A channel's icon in its colour; its name stands beside. */
export function ChannelIcon({ channel, category }: { channel: string; category: Category }): JSX.Element {
  const { light, dark, icon } = lookOf(channel, category);
  return (
    <svg class="channelicon" viewBox="0 0 16 16" aria-hidden="true" style={{ color: `light-dark(${light}, ${dark})` }}>
      <path d={icon} />
    </svg>
  );
}
