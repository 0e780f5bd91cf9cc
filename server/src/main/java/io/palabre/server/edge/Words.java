// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.edge;

/// An event that is written already: what many are told is written once.
///
/// @param json its one argument
public record Words(String event, String json) {}
