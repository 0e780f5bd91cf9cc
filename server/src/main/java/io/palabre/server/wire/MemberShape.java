// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.wire;

/// `Member` in `openapi.yaml`.
public record MemberShape(UserShape user, String role, long readOrd) {}
