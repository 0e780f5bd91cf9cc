// SPDX-License-Identifier: Apache-2.0
import { Upload } from "lucide-react";
import { type RefObject, useEffect, useState } from "react";
import { useLanguage } from "../provider/PalabreProvider.js";
import { useChosen } from "./Chosen.js";
import style from "./FileTray.module.css";

/** Files dragged over a conversation are taken anywhere in it. */
export function DropZone({ over }: { readonly over: RefObject<HTMLElement | null> }) {
  const { words } = useLanguage();
  const { add } = useChosen();
  const [shown, setShown] = useState(false);

  useEffect(() => {
    const element = over.current;
    if (!element) return;
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") === true;
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setShown(true);
    };
    const leave = (event: DragEvent) => {
      if (!(event.relatedTarget instanceof Node && element.contains(event.relatedTarget))) setShown(false);
    };
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setShown(false);
      add([...(event.dataTransfer?.files ?? [])]);
    };
    // beside it a file is not taken; nor does it take the place of the page
    const beside = (event: DragEvent) => {
      if (!carriesFiles(event) || event.defaultPrevented) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = "none";
    };
    window.addEventListener("dragover", beside);
    window.addEventListener("drop", beside);
    element.addEventListener("dragenter", enter);
    element.addEventListener("dragover", enter);
    element.addEventListener("dragleave", leave);
    element.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", beside);
      window.removeEventListener("drop", beside);
      element.removeEventListener("dragenter", enter);
      element.removeEventListener("dragover", enter);
      element.removeEventListener("dragleave", leave);
      element.removeEventListener("drop", drop);
    };
  }, [add, over]);

  return shown ? (
    <div className={style.zone}>
      <Upload size={34} aria-hidden="true" />
      {words.dropFiles}
    </div>
  ) : null;
}
