// SPDX-License-Identifier: Apache-2.0
import { Choice, Look, PalabreProvider } from "@palabre/react";
import { useState } from "react";
import { usePreferences } from "../preferences.js";
import { galleryClient } from "./client.js";
import style from "./Gallery.module.css";
import { Messenger } from "./Messenger.js";
import { Specimens } from "./Specimens.js";
import { underway } from "./talk.js";

/** Each component in each state, with made-up people: to look at, and to compare pictures of. */
export default function Gallery() {
  const [client] = useState(withUnderway);
  const [preferences, choose] = usePreferences();
  const scene = new URLSearchParams(location.search).get("scene");
  return (
    <PalabreProvider client={client} locale={preferences.locale}>
      <Look>
        {scene ? (
          <Messenger client={client} scene={scene} preferences={preferences} onPreferences={choose} />
        ) : (
          <main className={style.gallery}>
            <header className={style.header}>
              <h1>Palabre</h1>
              <div className={style.choices}>
                <Choice
                  label="Langue · Language"
                  values={{ fr: "Français", en: "English" }}
                  value={preferences.locale}
                  onChange={(locale) => choose({ ...preferences, locale })}
                />
                <Choice
                  label="Apparence · Appearance"
                  values={{ auto: "Auto", light: "☀", dark: "☾" }}
                  value={preferences.theme}
                  onChange={(theme) => choose({ ...preferences, theme })}
                />
              </div>
            </header>
            <Specimens />
          </main>
        )}
      </Look>
    </PalabreProvider>
  );
}

function withUnderway() {
  const client = galleryClient();
  client.store.apply({ event: "queued", pending: underway });
  return client;
}
