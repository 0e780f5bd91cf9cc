// SPDX-License-Identifier: Apache-2.0
import { createContext, type RefObject, useContext, useLayoutEffect, useState } from "react";

/**
 * What the width of the messenger's place has room for, as in its style sheet: details beside the conversation; the
 * conversation beside the list; both, but a slim list; one of them at a time.
 */
export type Room = "wide" | "narrow" | "slim" | "phone";

/** What stands without a messenger around it has no room beside it. */
export const RoomContext = createContext<Room>("phone");

export const useRoom = () => useContext(RoomContext);

/** What an element has room for, now. */
export function useRoomOf(place: RefObject<HTMLElement | null>): Room {
  const [room, setRoom] = useState<Room>("phone");
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const measure = () => setRoom(roomIn(element.clientWidth));
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, [place]);
  return room;
}

function roomIn(width: number): Room {
  if (width > 1180) return "wide";
  if (width > 860) return "narrow";
  return width > 640 ? "slim" : "phone";
}
