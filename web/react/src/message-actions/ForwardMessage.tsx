// SPDX-License-Identifier: Apache-2.0
import type { Id, Message } from "@palabre/sdk";
import { conversationList, selfOf } from "@palabre/sdk";
import { useMemo, useState } from "react";
import { Avatar } from "../avatar/Avatar.js";
import { Button } from "../button/Button.js";
import { ChosenBox } from "../chosen-box/ChosenBox.js";
import { faceOf } from "../conversation-list/naming.js";
import { Dialog } from "../dialog/Dialog.js";
import { Notice } from "../notice/Notice.js";
import { useLanguage, usePalabre, usePalabreState } from "../provider/PalabreProvider.js";
import { SearchField } from "../search-field/SearchField.js";
import { folded } from "../text.js";
import style from "./ForwardMessage.module.css";

const MOST = 10;
const SHOWN = 60;

/** To which conversations a message is passed on. */
export function ForwardMessage({
  message,
  onClose,
}: {
  readonly message: Message;
  readonly onClose: () => void;
}) {
  const { words } = useLanguage();
  const client = usePalabre();
  const entries = usePalabreState(conversationList);
  const selfId = usePalabreState((state) => selfOf(state)?.id ?? "");
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState<readonly Id[]>([]);
  const [state, setState] = useState<"choosing" | "sending" | "failed">("choosing");
  const shown = useMemo(() => {
    const term = folded(search.trim());
    const faces = entries.map((entry) => ({ id: entry.conversation.id, face: faceOf(entry, selfId, words) }));
    return faces.filter(({ face }) => folded(face.name).includes(term)).slice(0, SHOWN);
  }, [entries, search, selfId, words]);

  function toggle(id: Id) {
    if (chosen.includes(id)) setChosen(chosen.filter((one) => one !== id));
    else if (chosen.length < MOST) setChosen([...chosen, id]);
  }

  function send() {
    setState("sending");
    client.forward(message, chosen).then(onClose, () => setState("failed"));
  }

  return (
    <Dialog title={words.forwardTo} onClose={onClose}>
      <div className={style.search}>
        <SearchField label={words.search} value={search} onChange={setSearch} />
      </div>
      {shown.length === 0 && <Notice title={words.noResults(search)} />}
      <ul className={style.list} aria-label={words.conversations}>
        {shown.map(({ id, face }) => (
          <li key={id}>
            <button type="button" aria-pressed={chosen.includes(id)} onClick={() => toggle(id)}>
              <Avatar id={face.id} name={face.name} src={face.src} shape={face.shape} size="m" />
              <span className={style.name}>{face.name}</span>
              <ChosenBox chosen={chosen.includes(id)} />
            </button>
          </li>
        ))}
      </ul>
      <footer className={style.footer}>
        {state === "failed" && <p role="alert">{words.didNotWork}</p>}
        <Button wide disabled={chosen.length === 0 || state === "sending"} onClick={send}>
          {words.forwardNow(chosen.length)}
        </Button>
      </footer>
    </Dialog>
  );
}
