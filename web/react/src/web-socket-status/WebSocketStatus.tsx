// SPDX-License-Identifier: Apache-2.0
import type { Status } from "@palabre/sdk";
import { CloudOff, RefreshCw, Wifi } from "lucide-react";
import { classes } from "../classes.js";
import type { Catalogue } from "../i18n/en.js";
import { looked } from "../look/Look.js";
import { useLanguage, usePalabre, usePalabreState } from "../provider/PalabreProvider.js";
import type { ConnectionNotice } from "./useConnectionNotice.js";
import { useConnectionNotice } from "./useConnectionNotice.js";
import style from "./WebSocketStatus.module.css";

/** The connection in one quiet line. */
export const WebSocketStatus = looked(function WebSocketStatus() {
  const { words } = useLanguage();
  const signedOut = usePalabreState((state) => state.session.is === "signedOut");
  // there is nobody to connect, whatever the socket does
  const status = usePalabreState((state) => (state.session.is === "signedOut" ? "refused" : state.status));
  return (
    <p className={classes(style.status, style[status])}>
      <span aria-hidden="true" />
      {signedOut ? words.notSignedIn : statusText(status, words)}
      {status === "offline" && <TryNow />}
    </p>
  );
});

/** Nobody has to wait for the next try. */
function TryNow() {
  const { words } = useLanguage();
  const client = usePalabre();
  return (
    <button type="button" className={style.now} onClick={client.reconnect}>
      {words.retry}
    </button>
  );
}

function statusText(status: Status, words: Catalogue): string {
  switch (status) {
    case "connected":
      return words.connected;
    case "idle":
    case "connecting":
      return words.connecting;
    case "offline":
    case "refused":
      return words.disconnected;
  }
}

const icons = { connecting: RefreshCw, offline: CloudOff, back: Wifi };

/** A bar that appears when a cut lasts, and says so when it is over. */
export const ConnectionBar = looked(function ConnectionBar() {
  return <ConnectionNoticeBar notice={useConnectionNotice()} />;
});

export const ConnectionNoticeBar = looked(function ConnectionNoticeBar({
  notice,
}: {
  readonly notice: ConnectionNotice | undefined;
}) {
  const { words } = useLanguage();
  const Icon = notice && icons[notice];
  const text =
    notice && { connecting: words.connecting, offline: words.offlineNotice, back: words.backOnline }[notice];
  return (
    <div role="status">
      {Icon && (
        <p className={classes(style.bar, style[notice])}>
          <Icon size={16} aria-hidden="true" />
          {text}
          {notice === "offline" && <TryNow />}
        </p>
      )}
    </div>
  );
});

export default WebSocketStatus;
