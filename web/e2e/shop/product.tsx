// SPDX-License-Identifier: Apache-2.0
import ChatContextAdvanced from "@palabre/react/ChatContextAdvanced";
import ChatModuleAdvanced from "@palabre/react/ChatModuleAdvanced";
import MessageNotifications from "@palabre/react/MessageNotifications";
import StartConversationButton from "@palabre/react/StartConversationButton";
import useOnlineStatus from "@palabre/react/useOnlineStatus";
import useSocket from "@palabre/react/useSocket";
import WebSocketStatus from "@palabre/react/WebSocketStatus";
import { createPalabre } from "@palabre/sdk";
import { useEffect, useState, useSyncExternalStore } from "react";
import { createRoot } from "react-dom/client";

const params = new URLSearchParams(location.search);
const given = (name: string) => params.get(name) ?? "";
const client = createPalabre({ baseUrl: given("server"), token: async () => given("token") });
void client.resume();

/** What a front end of old does with the hook. */
function Ear() {
  const { socket, isConnected, joinConversation, markAsRead, ...hear } = useSocket(given("user"));
  const { isOnline } = useOnlineStatus();
  const [lines, setLines] = useState<readonly string[]>([]);
  const { onNewMessage, onNewConversation, onConversationUpdated, onMessagesRead } = hear;
  useEffect(() => {
    const add = (line: string) => setLines((before) => [...before, line]);
    const stops = [
      onNewMessage(({ message, conversationId }) => {
        add(`new_message ${message.content}`);
        if (!message.content?.startsWith("Lis")) return;
        joinConversation(conversationId);
        markAsRead(conversationId);
      }),
      onNewConversation(({ conversation }) => add(`new_conversation ${conversation.type}`)),
      onConversationUpdated(({ conversation }) => add(`conversation_updated ${conversation?.title}`)),
      onMessagesRead(({ userId }) => add(`messages_read ${userId === given("user") ? "mine" : "other"}`)),
    ];
    socket.emit("set_status", "busy", (answer: { ok: boolean }) => add(`set_status ${answer.ok}`));
    return () => stops.forEach((stop) => void stop());
  }, [
    socket,
    joinConversation,
    markAsRead,
    onNewMessage,
    onNewConversation,
    onConversationUpdated,
    onMessagesRead,
  ]);
  return (
    <pre>
      {`${isConnected ? "connected" : "cut"}, ${isOnline ? "online" : "offline"}\n`}
      {lines.join("\n")}
    </pre>
  );
}

function Page() {
  const connected = useSyncExternalStore(client.subscribe, () => client.get().status === "connected");
  return (
    <>
      <MessageNotifications />
      <WebSocketStatus />
      <StartConversationButton
        productId={given("product")}
        sellerId={given("seller")}
        sellerName="Nom du vendeur"
      />
      {given("messenger") && (
        <div id="messenger" style={{ height: 600 }}>
          <ChatModuleAdvanced />
        </div>
      )}
      {connected && <Ear />}
    </>
  );
}

createRoot(document.querySelector("#page") as Element).render(
  <ChatContextAdvanced client={client} locale="fr">
    <Page />
  </ChatContextAdvanced>,
);
