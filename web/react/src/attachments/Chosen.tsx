// SPDX-License-Identifier: Apache-2.0
import type { FileToSend } from "@palabre/sdk";
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";
import { useBegun } from "../composer/begun.js";
import { useLanguage } from "../provider/PalabreProvider.js";
import { sizeText } from "./shown.js";

const MOST = 10;
const MOST_BYTES = 25_000_000;
const NONE: readonly FileToSend[] = [];

interface Choosing {
  readonly files: readonly FileToSend[];
  /** Why some were not taken. */
  readonly problem: string | undefined;
  readonly add: (files: readonly File[]) => void;
  readonly remove: (file: FileToSend) => void;
  readonly clear: () => void;
}

const nothing: Choosing = { files: [], problem: undefined, add: () => {}, remove: () => {}, clear: () => {} };
const Context = createContext<Choosing>(nothing);

/** The files that go with the next message, from wherever they come: picked, pasted, dropped on the conversation. */
export function ChosenProvider({ children }: { readonly children: ReactNode }) {
  const { words, locale } = useLanguage();
  const [files, setFiles] = useBegun("files", NONE);
  const [problem, setProblem] = useState<string>();

  const add = useCallback(
    (added: readonly File[]) => {
      const fit = added.filter((file) => file.size > 0 && file.size <= MOST_BYTES);
      const empty = added.filter((file) => file.size === 0).map((file) => file.name);
      const large = added.some((file) => file.size > MOST_BYTES);
      const room = MOST - files.length;
      setFiles([
        ...files,
        ...fit.slice(0, room).map((file) => ({ blob: file, name: file.name || words.pasted })),
      ]);
      const problems = [
        empty.length > 0 && words.filesEmpty(new Intl.ListFormat(locale).format(empty), empty.length),
        large && words.fileTooLarge(sizeText(MOST_BYTES, locale)),
        fit.length > room && words.tooManyFiles(MOST),
      ];
      setProblem(problems.filter((one) => one !== false).join(" ") || undefined);
    },
    [files, locale, setFiles, words],
  );
  const remove = useCallback(
    (gone: FileToSend) => setFiles((held) => held.filter((one) => one !== gone)),
    [setFiles],
  );
  const clear = useCallback(() => {
    setFiles([]);
    setProblem(undefined);
  }, [setFiles]);

  const value = useMemo(() => ({ files, problem, add, remove, clear }), [files, problem, add, remove, clear]);
  return <Context value={value}>{children}</Context>;
}

export function useChosen(): Choosing {
  return useContext(Context);
}
