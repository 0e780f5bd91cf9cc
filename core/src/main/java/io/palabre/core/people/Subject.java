// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.people;

/// How a host product that signs people in names one of them.
public record Subject(String issuer, String subject) {}
