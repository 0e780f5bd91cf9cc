// SPDX-License-Identifier: Apache-2.0
import "@fontsource-variable/inter/wght.css";
import "./page.css";
import { forgetLayers, loadLanguage } from "@palabre/react";
import { lazy, StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { App, prepare } from "./App.js";
import { browserClient } from "./client.js";
import { worksOffline } from "./offline.js";
import { rememberedPreferences } from "./preferences.js";

const Gallery = lazy(() => import("./gallery/Gallery.js"));

forgetLayers();
void loadLanguage(rememberedPreferences().locale);
prepare();
worksOffline();

const root = document.getElementById("root");
if (!root) throw new Error("The page has no place for the app.");

createRoot(root).render(
  <StrictMode>
    {location.pathname === "/gallery" ? (
      <Suspense>
        <Gallery />
      </Suspense>
    ) : (
      <App client={browserClient()} />
    )}
  </StrictMode>,
);
