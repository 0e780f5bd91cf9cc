// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.server.testing.RunningServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What no HTTP client of Java would send.
class AddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"/api/users?search=%zz", "/api/users?search=%", "/api/users/%zz"})
    void a_malformed_address_is_the_clients_mistake(String address) throws IOException {
        try (var server = RunningServer.with("awa")) {
            var awa = server.signIn("awa");
            assertThat(firstLine(server, address, awa.token())).contains(" 400 ");
        }
    }

    private static String firstLine(RunningServer server, String address, String token)
            throws IOException {
        var request =
                "GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
                        .formatted(address, token);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.palabre().port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.lines().findFirst().orElse("");
        }
    }
}
