// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

/// An event as it is stored: what kind, in which version of that kind's shape, and its fields as
/// JSON.
record Stored(String kind, int version, String body) {}
