// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.sessions;

/// The hash of a session's token, in hexadecimal digits.
public record TokenHash(String hex) {}
