// SPDX-License-Identifier: Apache-2.0
import type { Entry, Id } from "@palabre/sdk";
import type { ReactNode } from "react";
import { Avatar } from "../avatar/Avatar.js";
import { ConversationRows } from "../conversation-actions/ConversationRows.js";
import { faceOf } from "../conversation-list/naming.js";
import { LiveDot } from "../presence/PresenceDot.js";
import { usePresenceText } from "../presence/presenceText.js";
import { useLanguage } from "../provider/PalabreProvider.js";
import style from "./Details.module.css";

export interface PersonDetailsProps {
  readonly entry: Entry;
  readonly selfId: Id;
  /** What was sent there. */
  readonly children: ReactNode;
}

/** Whom one talks to. */
export function PersonDetails({ entry, selfId, children }: PersonDetailsProps) {
  const language = useLanguage();
  const { peer, shape, ...face } = faceOf(entry, selfId, language.words);
  const about = usePresenceText(peer?.id);
  return (
    <>
      <div className={style.face}>
        <Avatar {...face} size="xl" shape={shape}>
          <LiveDot userId={peer?.id} />
        </Avatar>
        <h3>{face.name}</h3>
        {peer && <p>@{peer.username}</p>}
        {about && <p>{about}</p>}
      </div>
      {children}
      <ConversationRows entry={entry} />
    </>
  );
}
