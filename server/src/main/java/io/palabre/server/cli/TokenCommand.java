// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.cli;

import io.palabre.server.wire.Json;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `palabre token`: a session for a script or a bot, without its password.
@Command(
        name = "token",
        description = "Signs somebody in for a script and prints the session's token.",
        mixinStandardHelpOptions = true)
final class TokenCommand extends DeskCommand {
    @Parameters(paramLabel = "USER", description = "username or id")
    private String name = "";

    @Option(names = "--json", description = "for programs: with the time it expires")
    private boolean json;

    TokenCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    int work(Desk desk, PrintWriter out) throws NotReached, InterruptedException {
        var opened = desk.open(name);
        out.println(json ? new Json().write(opened) : opened.token());
        return 0;
    }
}
