// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import io.palabre.server.cli.Cli;

/// Where the program begins.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(Cli.run(args, System.getenv()));
    }
}
