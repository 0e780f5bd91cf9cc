// SPDX-License-Identifier: Apache-2.0
import type { Palabre } from "@palabre/sdk";
import { useEffect, useState } from "react";
import type { AppWords } from "../words.js";
import style from "./SignIn.module.css";

const accounts = ["admin", "manager"];

interface DemoAccountsProps {
  readonly client: Palabre;
  readonly words: AppWords;
  readonly onPick: (username: string) => void;
}

/** On a demonstration server, one click signs in; elsewhere nothing. */
export function DemoAccounts({ client, words, onPick }: DemoAccountsProps) {
  const [demo, setDemo] = useState(false);
  useEffect(() => {
    client.health().then(
      (health) => setDemo(health.demo),
      () => setDemo(false),
    );
  }, [client]);
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
