// SPDX-License-Identifier: Apache-2.0
import type { Locale } from "@palabre/react";
import { Button, Logo, Notice } from "@palabre/react";
import { appWords } from "../words.js";
import style from "./SignIn.module.css";

/** The server does not say whether one is signed in. */
export function Unreachable({ locale, onRetry }: { readonly locale: Locale; readonly onRetry: () => void }) {
  const words = appWords[locale];
  return (
    <main className={style.unreachable}>
      <Notice art={<Logo size={72} />} title={words.unreachable}>
        <Button onClick={onRetry}>{words.retry}</Button>
      </Notice>
    </main>
  );
}
