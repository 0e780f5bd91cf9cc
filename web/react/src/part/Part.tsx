// SPDX-License-Identifier: Apache-2.0
import { CircleAlert } from "lucide-react";
import { Component, type ReactNode, Suspense } from "react";
import { Button } from "../button/Button.js";
import { classes } from "../classes.js";
import { Look } from "../look/Look.js";
import { useLanguage } from "../provider/PalabreProvider.js";
import style from "./Part.module.css";

export interface PartProps {
  /** What it shows; another one is another try. */
  readonly of?: string | undefined;
  /** It lies over the page and has no place of its own in it. */
  readonly over?: boolean;
  /** While it is being fetched. */
  readonly fallback?: ReactNode;
  readonly children: ReactNode;
}

/**
 * A part of the page that stands or falls by itself, fetched when it is wanted: where it cannot be fetched or drawn, that
 * is said in its place, and everything else stays.
 */
export class Part extends Component<PartProps, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override componentDidUpdate(before: PartProps) {
    if (this.state.broken && before.of !== this.props.of) this.setState({ broken: false });
  }

  override render() {
    const { over = false, fallback, children } = this.props;
    return this.state.broken ? <Broken over={over} /> : <Suspense fallback={fallback}>{children}</Suspense>;
  }
}

/** What was not to be had may be there when the page is loaded anew, in the version that the server has now. */
function Broken({ over }: { readonly over: boolean }) {
  const { words } = useLanguage();
  return (
    <Look>
      <div role="alert" className={classes(style.broken, over && style.over)}>
        <CircleAlert size={20} aria-hidden="true" />
        <p>{words.partFailed}</p>
        <Button kind="quiet" onClick={() => location.reload()}>
          {words.reload}
        </Button>
      </div>
    </Look>
  );
}
