// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.search;

/// A part of a text that was looked for, in UTF-16 units, the end not included.
public record Highlight(int begin, int end) {}
