// SPDX-License-Identifier: Apache-2.0
import { memo } from "react";
import { usePalabreState } from "../provider/PalabreProvider.js";
import type { BubbleContext } from "./Bubble.js";
import { Bubble } from "./Bubble.js";
import type { Row } from "./rows.js";
import { DaySeparator, SystemLine, UnreadDivider } from "./Separators.js";

export interface MessageRowProps {
  readonly row: Row;
  readonly group: boolean;
  readonly context: BubbleContext;
  readonly marked: boolean;
}

/** One line of a conversation, whatever it is. */
export const MessageRow = memo(function MessageRow({ row, group, context, marked }: MessageRowProps) {
  const sender = usePalabreState((state) =>
    row.is === "said" ? state.people.get(row.said.senderId) : undefined,
  );
  switch (row.is) {
    case "day":
      return <DaySeparator at={row.at} />;
    case "unread":
      return <UnreadDivider count={row.count} />;
    case "system":
      return <SystemLine message={row.message} />;
    case "said": {
      const shown = group && row.said.receipt === undefined ? sender : undefined;
      return (
        <Bubble
          said={row.said}
          first={row.first}
          last={row.last}
          sender={shown}
          context={context}
          marked={marked}
        />
      );
    }
  }
});
