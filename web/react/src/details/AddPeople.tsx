// SPDX-License-Identifier: Apache-2.0
import type { Entry, Id } from "@palabre/sdk";
import { useState } from "react";
import { Button } from "../button/Button.js";
import { Dialog } from "../dialog/Dialog.js";
import { PeopleList } from "../people/PeopleList.js";
import { useLanguage, usePalabre } from "../provider/PalabreProvider.js";
import { SearchField } from "../search-field/SearchField.js";
import style from "./Details.module.css";

/** Who else should be in a group. */
export function AddPeople({ entry, onClose }: { readonly entry: Entry; readonly onClose: () => void }) {
  const { words } = useLanguage();
  const client = usePalabre();
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState<ReadonlySet<Id>>(new Set());
  const [state, setState] = useState<"choosing" | "adding" | "failed">("choosing");
  const members = new Set(entry.conversation.members.map((member) => member.user.id));

  function add() {
    setState("adding");
    client.addMembers(entry.conversation.id, [...chosen]).then(onClose, () => setState("failed"));
  }

  return (
    <Dialog title={words.addPeople} onClose={onClose}>
      <div className={style.search}>
        <SearchField label={words.searchPeople} value={search} onChange={setSearch} />
      </div>
      <div className={style.people}>
        <PeopleList
          search={search}
          chosen={chosen}
          without={members}
          empty={words.allAreMembers}
          onPick={({ id }) => setChosen(toggled(chosen, id))}
        />
      </div>
      <footer className={style.footer}>
        {state === "failed" && <p role="alert">{words.didNotWork}</p>}
        <Button wide disabled={chosen.size === 0 || state === "adding"} onClick={add}>
          {chosen.size === 0 ? words.addPeople : words.add(chosen.size)}
        </Button>
      </footer>
    </Dialog>
  );
}

function toggled(chosen: ReadonlySet<Id>, id: Id): ReadonlySet<Id> {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}
