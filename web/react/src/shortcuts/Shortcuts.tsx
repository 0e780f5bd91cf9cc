// SPDX-License-Identifier: Apache-2.0
import { Dialog } from "../dialog/Dialog.js";
import { useLanguage } from "../provider/PalabreProvider.js";
import { ALT, CONTROL } from "./keys.js";
import style from "./Shortcuts.module.css";

/** Which keys do what. */
export default function Shortcuts({ onClose }: { readonly onClose: () => void }) {
  const { words } = useLanguage();
  const { shortcut } = words;
  const lines: readonly [keys: readonly string[], does: string][] = [
    [[CONTROL, "K"], shortcut.find],
    [["/"], shortcut.inside],
    [[CONTROL, "F"], shortcut.inside],
    [[ALT, "↑"], shortcut.previous],
    [[ALT, "↓"], shortcut.next],
    [["↑"], shortcut.editLast],
    [["⇧", "⏎"], shortcut.newLine],
    [["R"], shortcut.reply],
    [["⇧", "F10"], shortcut.actions],
    [["Esc"], shortcut.close],
    [["?"], shortcut.help],
  ];
  return (
    <Dialog title={words.shortcuts} onClose={onClose}>
      <dl className={style.list}>
        {lines.map(([keys, does]) => (
          <div key={keys.join("+")}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
