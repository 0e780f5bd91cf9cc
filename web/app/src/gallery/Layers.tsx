// SPDX-License-Identifier: Apache-2.0
import { Button, Dialog, Menu, Notice, useLanguage } from "@palabre/react";
import { Archive, BellOff, LogOut, Pin } from "lucide-react";
import { useState } from "react";
import style from "./Gallery.module.css";

/** What opens over the page: a dialog, a menu. */
export function Layers() {
  const { words } = useLanguage();
  const [dialog, setDialog] = useState(false);
  const [menu, setMenu] = useState<{ x: number; y: number }>();
  const run = () => {};
  return (
    <div className={style.row}>
      <Button kind="quiet" onClick={() => setDialog(true)}>
        Dialog
      </Button>
      <Button kind="quiet" onClick={({ clientX: x, clientY: y }) => setMenu({ x, y })}>
        Menu
      </Button>
      {dialog && (
        <Dialog title={words.leaveGroup} onClose={() => setDialog(false)}>
          <Notice title={words.leaveGroupAsk("Marché de Noël")} hint={words.leaveGroupHint}>
            <Button kind="danger" onClick={() => setDialog(false)}>
              {words.leaveGroup}
            </Button>
          </Notice>
        </Dialog>
      )}
      {menu && (
        <Menu
          label={words.actionsFor("Marché de Noël")}
          at={menu}
          onClose={() => setMenu(undefined)}
          items={[
            { label: words.pinMessage, icon: <Pin size={18} />, run },
            { label: words.mute, icon: <BellOff size={18} />, checked: true, run },
            { label: words.archive, icon: <Archive size={18} />, run },
            { label: words.leaveGroup, icon: <LogOut size={18} />, danger: true, apart: true, run },
          ]}
        />
      )}
    </div>
  );
}
