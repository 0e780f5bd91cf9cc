// SPDX-License-Identifier: Apache-2.0
import { MessageList, usePalabre, usePalabreState } from "@palabre/react";
import { useEffect } from "react";
import style from "./Gallery.module.css";

const ID = "marche";

/** A conversation with all that messages carry: pictures, a voice, files, answers, reactions, and two on their way. */
export function Carried() {
  const client = usePalabre();
  const entry = usePalabreState((state) => state.conversations.get(ID));
  const ready = usePalabreState((state) => state.timelines.get(ID)?.phase === "ready");
  useEffect(() => {
    void client.open(ID);
  }, [client]);
  return (
    <div className={style.talk}>
      {entry && ready && <MessageList entry={entry} unreadAfter={undefined} onAtEnd={() => {}} />}
    </div>
  );
}
