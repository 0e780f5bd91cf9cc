// SPDX-License-Identifier: Apache-2.0
import style from "./FileName.module.css";

const SHORT = 24;
const END = 11;

/** The name of a file in one line. Where it does not fit its middle goes, so that one sees of what kind the file is. */
export function FileName({ name }: { readonly name: string }) {
  const characters = [...name];
  if (characters.length <= SHORT) return <bdi title={name}>{name}</bdi>;
  return (
    <bdi className={style.name} title={name}>
      <span>{characters.slice(0, -END).join("")}</span>
      <span>{characters.slice(-END).join("")}</span>
    </bdi>
  );
}
