// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.cli;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The flags of a server that is to run.
final class ServerOptions extends FolderOptions {
    @Option(names = "--port", paramLabel = "N", description = "the port to listen on (3000)")
    private @Nullable String port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "the address to listen on (0.0.0.0; with --demo 127.0.0.1)")
    private @Nullable String host;

    @Override
    Map<String, String> more() {
        var flags = new HashMap<String, String>();
        put(flags, "port", port);
        put(flags, "host", host);
        return flags;
    }
}
