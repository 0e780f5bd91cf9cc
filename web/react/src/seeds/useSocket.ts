// SPDX-License-Identifier: Apache-2.0
import type { Conversation, Id, Message } from "@palabre/sdk";
import { isNamed, selfOf } from "@palabre/sdk";
import { useEffect, useMemo } from "react";
import { usePalabre, usePalabreState } from "../provider/PalabreProvider.js";
import { type Listener, type Socket, type Stop, socketOf } from "./socket.js";

export interface MessagesRead {
  readonly conversationId: Id;
  readonly userId: Id;
  readonly ord: number;
  readonly at: string;
}

export interface UseSocket {
  readonly socket: Socket;
  readonly isConnected: boolean;
  readonly joinConversation: (conversationId: Id) => void;
  readonly leaveConversation: (conversationId: Id) => void;
  readonly markAsRead: (conversationId: Id) => void;
  readonly onNewMessage: (listener: Listener<{ message: Message; conversationId: Id }>) => Stop;
  readonly onConversationUpdated: (
    listener: Listener<{ conversationId: Id; conversation?: Conversation }>,
  ) => Stop;
  readonly onNewConversation: (
    listener: Listener<{ conversationId: Id; conversation: Conversation }>,
  ) => Stop;
  readonly onMessagesRead: (listener: Listener<MessagesRead>) => Stop;
}

/**
 * The connection of whoever is signed in, event by event. With the id or username of somebody else, it says that it is
 * not connected.
 * Conversations joined here are left when the component goes.
 */
export function useSocket(userId?: Id): UseSocket {
  const client = usePalabre();
  const isConnected = usePalabreState(
    (state) => state.status === "connected" && (userId === undefined || isNamed(selfOf(state), userId)),
  );
  const joined = useMemo(() => new Set<Id>(), []);

  const functions = useMemo(() => {
    const socket = socketOf(client);
    const on = <T>(event: string, listener: Listener<T>) => socket.on(event, listener as Listener<never>);
    return {
      socket,
      joinConversation(id: Id) {
        joined.add(id);
        void client.open(id);
      },
      leaveConversation(id: Id) {
        joined.delete(id);
        client.close(id);
      },
      markAsRead: (id: Id) => client.markRead(id),
      onNewMessage: (listener: Listener<{ message: Message; conversationId: Id }>) =>
        on("new_message", listener),
      onConversationUpdated: (listener: Listener<{ conversationId: Id; conversation?: Conversation }>) =>
        on("conversation_updated", listener),
      onNewConversation: (listener: Listener<{ conversationId: Id; conversation: Conversation }>) =>
        on("new_conversation", listener),
      onMessagesRead: (listener: Listener<MessagesRead>) => on("messages_read", listener),
    };
  }, [client, joined]);

  useEffect(
    () => () => {
      for (const id of joined) client.close(id);
      joined.clear();
    },
    [client, joined],
  );

  return { ...functions, isConnected };
}

export default useSocket;
