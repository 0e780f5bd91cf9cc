// SPDX-License-Identifier: Apache-2.0
export { Avatar } from "./avatar/Avatar.js";
export { Button, IconButton } from "./button/Button.js";
export { ChatLayout } from "./chat-layout/ChatLayout.js";
export { ChatWindow } from "./chat-window/ChatWindow.js";
export { Choice } from "./choice/Choice.js";
export { Composer } from "./composer/Composer.js";
export { ConversationLine } from "./conversation-list/ConversationLine.js";
export { ConversationList } from "./conversation-list/ConversationList.js";
export { Dialog } from "./dialog/Dialog.js";
export type { Locale } from "./i18n/language.js";
export { loadLanguage, localeNames, preferredLocale } from "./i18n/language.js";
export { forgetLayers, useLayer, whenSettled } from "./layers/layers.js";
export type { Section } from "./left-sidebar/LeftSidebar.js";
export { LeftSidebar } from "./left-sidebar/LeftSidebar.js";
export { Logo } from "./logo/Logo.js";
export { Look } from "./look/Look.js";
export { Menu } from "./menu/Menu.js";
export { Bubble } from "./message-list/Bubble.js";
export { MessageList } from "./message-list/MessageList.js";
export { DaySeparator, SystemLine, UnreadDivider } from "./message-list/Separators.js";
export { Ticks } from "./message-list/Ticks.js";
export { MessageNotifications, Toast, Toasts } from "./message-notifications/MessageNotifications.js";
export { NewConversation } from "./new-conversation/NewConversation.js";
export { Notice } from "./notice/Notice.js";
export { Part } from "./part/Part.js";
export { PersonLine } from "./people/PersonLine.js";
export { LiveDot, PresenceDot } from "./presence/PresenceDot.js";
export type { OnlineStatus } from "./presence/useOnlineStatus.js";
export { useOnlineStatus } from "./presence/useOnlineStatus.js";
export { usePresence } from "./presence/usePresence.js";
export { ProductCard } from "./product/ProductCard.js";
export type { PalabreProviderProps } from "./provider/PalabreProvider.js";
export {
  PalabreProvider,
  PalabreProvider as ChatContextAdvanced,
  useLanguage,
  usePalabre,
  usePalabreState,
} from "./provider/PalabreProvider.js";
export { SearchField } from "./search-field/SearchField.js";
export { ChatModuleAdvanced } from "./seeds/ChatModuleAdvanced.js";
export type { Socket } from "./seeds/socket.js";
export type { UseSocket } from "./seeds/useSocket.js";
export { useSocket, useSocket as useWebSocket } from "./seeds/useSocket.js";
export type { Preferences, QuietHours, Theme } from "./settings/preferences.js";
export { Settings } from "./settings/Settings.js";
export { LinesSkeleton, MessagesSkeleton } from "./skeleton/Skeleton.js";
export type { StartConversationButtonProps } from "./start-conversation/StartConversationButton.js";
export { StartConversationButton } from "./start-conversation/StartConversationButton.js";
export { ConnectionBar, ConnectionNoticeBar, WebSocketStatus } from "./web-socket-status/WebSocketStatus.js";
