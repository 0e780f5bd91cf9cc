// SPDX-License-Identifier: Apache-2.0
import { ChatModuleAdvanced, PalabreProvider, WebSocketStatus } from "@palabre/react";
import { createPalabre } from "@palabre/sdk";
import { createRoot } from "react-dom/client";

const params = new URLSearchParams(location.search);
const baseUrl = params.get("server") ?? "";
const token = params.get("token") ?? "";

document.querySelector("button")?.addEventListener("click", async () => {
  const client = createPalabre({ baseUrl, token: async () => token });
  await client.resume();
  createRoot(document.querySelector("#chat") as Element).render(
    <PalabreProvider client={client} locale="en">
      <ChatModuleAdvanced />
    </PalabreProvider>,
  );
  createRoot(document.querySelector("#around") as Element).render(
    <PalabreProvider client={client} locale="fr" theme="dark">
      <h1>More of the shop</h1>
      <p>Knives and forks.</p>
      <button type="button">Call us</button>
      <WebSocketStatus />
    </PalabreProvider>,
  );
});
