// SPDX-License-Identifier: Apache-2.0
import type { Palabre } from "@palabre/sdk";
import { type FormEvent, useState } from "react";
import { forgetSignOut } from "../../signedOut.js";
import { type Answers, newcomerOf, type Problem, refusedOf, type Slips, slipsIn } from "./slips.js";

/** What somebody has written so far, what is wrong with it, and the sending of it. */
export function useNewcomer(client: Palabre, setupToken: string | undefined) {
  const [answers, setAnswers] = useState<Answers>({
    setupToken: setupToken ?? "",
    username: "",
    displayName: "",
    password: "",
  });
  const [slips, setSlips] = useState<Slips>({});
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  /** How often something wrong was found: each time one is led to it. */
  const [found, setFound] = useState(0);

  function answer(field: keyof Answers, value: string) {
    setAnswers({ ...answers, [field]: value });
    const { [field]: _, ...others } = slips;
    setSlips(others);
  }

  function refused(no: Slips | Problem) {
    if (typeof no === "string") return setProblem(no);
    setSlips(no);
    setFound((times) => times + 1);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    const newcomer = newcomerOf(answers, setupToken !== undefined);
    const own = slipsIn(newcomer);
    setSlips({});
    setProblem(undefined);
    if (Object.keys(own).length > 0) return refused(own);
    setBusy(true);
    client
      .register(newcomer)
      .then(forgetSignOut)
      .catch((error: unknown) => refused(refusedOf(error)))
      .finally(() => setBusy(false));
  }

  return { answers, answer, slips, found, problem, busy, submit };
}
