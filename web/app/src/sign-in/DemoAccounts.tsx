// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from "react";
import type { AppWords } from "../words.js";
import style from "./SignIn.module.css";

const accounts = ["admin", "manager"];

/** On a demonstration server, one click signs in; elsewhere nothing. */
export function DemoAccounts({
  words,
  onPick,
}: {
  readonly words: AppWords;
  readonly onPick: (username: string) => void;
}) {
  const [demo, setDemo] = useState(false);
  useEffect(() => {
    const asked = new AbortController();
    fetch("/api/health", { signal: asked.signal })
      .then((response) => response.json())
      .then((health: { demo?: boolean }) => setDemo(health.demo === true))
      .catch(() => setDemo(false));
    return () => asked.abort();
  }, []);
  if (!demo) return null;
  return (
    <div className={style.demo}>
      <p>{words.demo}</p>
      {accounts.map((username) => (
        <button key={username} type="button" onClick={() => onPick(username)}>
          {username}
        </button>
      ))}
    </div>
  );
}
