// SPDX-License-Identifier: Apache-2.0
import { ChevronLeft, ChevronRight, Download, X, ZoomIn, ZoomOut } from "lucide-react";
import { type SyntheticEvent, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { classes } from "../classes.js";
import { giveBack } from "../layers/giveBack.js";
import { useLayer } from "../layers/layers.js";
import { useLanguage, useRoot } from "../provider/PalabreProvider.js";
import { SaveLink } from "../served/SaveLink.js";
import { useServed } from "../served/useServed.js";
import type { ShownFile } from "./shown.js";
import { useAddress } from "./useAddress.js";
import style from "./Viewer.module.css";

export interface ViewerProps {
  readonly files: readonly ShownFile[];
  readonly first: number;
  readonly onClose: () => void;
}

/** Pictures and films as large as the screen: arrows, zoom, saving, Escape. */
export default function Viewer({ files, first, onClose }: ViewerProps) {
  const { words } = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  const root = useRoot();
  const [index, setIndex] = useState(first);
  const [near, setNear] = useState(false);
  const file = files[index];
  useLayer(onClose);

  useEffect(() => {
    const before = document.activeElement;
    const element = dialog.current;
    element?.showModal();
    return () => {
      element?.close();
      giveBack(before);
    };
  }, []);

  function go(step: number) {
    setNear(false);
    setIndex((index + step + files.length) % files.length);
  }

  if (!file) return null;
  return createPortal(
    <dialog
      ref={dialog}
      className={style.viewer}
      aria-label={file.name}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      {...ofItsOwn}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "ArrowRight") go(1);
        if (event.key === "ArrowLeft") go(-1);
      }}
    >
      <header className={style.bar}>
        <bdi>{file.name}</bdi>
        {files.length > 1 && (
          <span>
            {index + 1} / {files.length}
          </span>
        )}
        {file.kind === "image" && (
          <button
            type="button"
            aria-label={near ? words.zoomOut : words.zoomIn}
            onClick={() => setNear(!near)}
          >
            {near ? <ZoomOut size={22} /> : <ZoomIn size={22} />}
          </button>
        )}
        {file.attachment && (
          <SaveLink attachment={file.attachment}>
            <Download size={22} />
          </SaveLink>
        )}
        <button type="button" aria-label={words.close} onClick={onClose}>
          <X size={24} />
        </button>
      </header>
      <Large key={file.key} file={file} near={near} onZoom={() => setNear(!near)} />
      {files.length > 1 && (
        <>
          <button type="button" className={style.previous} aria-label={words.previous} onClick={() => go(-1)}>
            <ChevronLeft size={30} />
          </button>
          <button type="button" className={style.next} aria-label={words.next} onClick={() => go(1)}>
            <ChevronRight size={30} />
          </button>
        </>
      )}
    </dialog>,
    root,
  );
}

const stop = (event: SyntheticEvent) => event.stopPropagation();
/** What fingers and the pointer do here they do not do to the message under it, to which React would tell it as well. */
const ofItsOwn = {
  onClick: stop,
  onContextMenu: stop,
  onPointerDown: stop,
  onPointerMove: stop,
  onPointerUp: stop,
  onPointerCancel: stop,
};

interface LargeProps {
  readonly file: ShownFile;
  readonly near: boolean;
  readonly onZoom: () => void;
}

function Large({ file, near, onZoom }: LargeProps) {
  const address = useAddress(file);
  const poster = useServed(file.attachment?.thumbnailUrl);
  return (
    <div className={classes(style.stage, near && style.near)}>
      {file.kind === "video" ? (
        // biome-ignore lint/a11y/useMediaCaption: nobody wrote down what is said
        <video src={address} controls autoPlay playsInline poster={poster} />
      ) : (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the button in the bar does the same
        <img src={address} alt={file.name} onClick={onZoom} />
      )}
    </div>
  );
}
