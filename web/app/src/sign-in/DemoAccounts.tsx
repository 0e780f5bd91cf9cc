// SPDX-License-Identifier: Apache-2.0
import type { AppWords } from "../words.js";
import style from "./SignIn.module.css";

const accounts = ["admin", "manager"];

interface DemoAccountsProps {
  readonly words: AppWords;
  readonly onPick: (username: string) => void;
}

/** On a demonstration server, one click signs in. */
export function DemoAccounts({ words, onPick }: DemoAccountsProps) {
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
