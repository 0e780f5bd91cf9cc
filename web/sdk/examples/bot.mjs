// SPDX-License-Identifier: Apache-2.0
// A bot that says back what it is told. What it could not say before it stopped, it says when it starts again.
//   PALABRE_URL=http://localhost:3000 BOT=awa PASSWORD=demo node examples/bot.mjs
import { createPalabre } from "@palabre/sdk";
import { folderStorage } from "@palabre/sdk/node";

const {
  PALABRE_URL = "http://localhost:3000",
  BOT = "awa",
  PASSWORD = "demo",
  FOLDER = ".bot",
} = process.env;

const client = createPalabre({ baseUrl: PALABRE_URL, storage: folderStorage(FOLDER) });
client.onArrival((message) => {
  if (message.type !== "text" || !message.content) return;
  client.send(message.conversationId, `« ${message.content} »`, { replyTo: message.id });
  client.markRead(message.conversationId);
});
client.subscribe(() => console.log(client.get().status));
await client.signIn(BOT, PASSWORD);
