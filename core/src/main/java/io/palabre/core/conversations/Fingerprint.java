// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

/// Tells one content from another without holding it, in hexadecimal digits.
public record Fingerprint(String hex) {}
