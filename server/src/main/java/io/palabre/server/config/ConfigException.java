// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.config;

/// A configuration that cannot be; the message is one line for whoever starts the server.
public final class ConfigException extends Exception {
    ConfigException(String message) {
        super(message);
    }
}
