// SPDX-License-Identifier: Apache-2.0
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useRef } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useGestures } from "./useGestures.js";

const [onHold, onSwipe, onSwipeBack] = [vi.fn(), vi.fn(), vi.fn()];

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.clearAllMocks();
});

function Line() {
  const moved = useRef<HTMLDivElement>(null);
  return (
    <div ref={moved} {...useGestures(moved, { onHold, onSwipe, onSwipeBack })}>
      line
    </div>
  );
}

const finger = (clientX: number, clientY: number, more: object = {}) => ({
  pointerType: "touch",
  isPrimary: true,
  clientX,
  clientY,
  ...more,
});

function drawnTo(x: number, y = 50) {
  const line = screen.getByText("line");
  fireEvent.pointerDown(line, finger(50, 50));
  fireEvent.pointerMove(line, finger(x, y));
  fireEvent.pointerUp(line, finger(x, y));
}

it("a finger that stays holds it, where it is; one that was lifted before does not", () => {
  render(<Line />);
  const line = screen.getByText("line");
  fireEvent.pointerDown(line, finger(50, 60));
  fireEvent.pointerUp(line, finger(50, 60));
  vi.advanceTimersByTime(1_000);
  expect(onHold).not.toHaveBeenCalled();
  fireEvent.pointerDown(line, finger(50, 60));
  vi.advanceTimersByTime(1_000);
  expect(onHold).toHaveBeenCalledExactlyOnceWith(50, 60);
});

it("drawn aside far enough it is one or the other, and scrolling is neither", () => {
  render(<Line />);
  drawnTo(80);
  drawnTo(52, 200);
  expect(onSwipe).not.toHaveBeenCalled();
  drawnTo(120);
  expect(onSwipe).toHaveBeenCalledOnce();
  drawnTo(-20);
  expect(onSwipeBack).toHaveBeenCalledOnce();
  expect(onHold).not.toHaveBeenCalled();
});

it("two fingers, or a line that goes, hold nothing", () => {
  const { unmount } = render(<Line />);
  const line = screen.getByText("line");
  fireEvent.pointerDown(line, finger(50, 50));
  fireEvent.pointerDown(line, finger(90, 90, { isPrimary: false }));
  vi.advanceTimersByTime(1_000);
  fireEvent.pointerDown(line, finger(50, 50));
  unmount();
  vi.advanceTimersByTime(1_000);
  expect(onHold).not.toHaveBeenCalled();
});
