// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.clients;

/// Somebody who is signed in.
public record Person(String id, String username, String token) {}
