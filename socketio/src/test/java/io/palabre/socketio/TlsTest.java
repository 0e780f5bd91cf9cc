// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same over `wss:` and `https:`, with the TLS of Vert.x: what takes a connection over leaves
/// its encryption in place.
class TlsTest {
    private static final String PASSWORD = "a password";
    private static Path keys;
    private static SSLContext trusting;

    private final Vertx vertx = NetworkIo.BEST.create(Vertx.builder());
    private final SocketIo io = SocketIo.create(vertx, SocketIoOptions.defaults());
    private final LinkedBlockingQueue<Boolean> secure = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<String> reasons = new LinkedBlockingQueue<>();
    private HttpServer server;

    @BeforeAll
    static void makeKeys(@TempDir Path folder) throws Exception {
        keys = keys(folder.resolve("keys.p12"));
        trusting = trusting(keys);
    }

    @BeforeEach
    void start() {
        io.of("/")
                .onConnect(socket -> secure.add(socket.handshake().secure()))
                .on("echo", in -> in.ack(in))
                .onDisconnect((_, reason) -> reasons.add(reason));
        server =
                vertx.createHttpServer(
                                new HttpServerOptions()
                                        .setSsl(true)
                                        .setUseAlpn(true)
                                        .setKeyCertOptions(
                                                new PfxOptions()
                                                        .setPath(keys.toString())
                                                        .setPassword(PASSWORD)))
                        .requestHandler(io.handler(request -> request.response().end("elsewhere")))
                        .listen(0)
                        .await();
    }

    @AfterEach
    void stop() {
        vertx.close().await();
    }

    private static Path keys(Path file) throws IOException, InterruptedException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made =
                new ProcessBuilder(
                                keytool,
                                "-genkeypair",
                                "-alias",
                                "localhost",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "SAN=DNS:localhost",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                file.toString(),
                                "-storepass",
                                PASSWORD)
                        .redirectErrorStream(true)
                        .redirectOutput(file.resolveSibling("keytool.log").toFile())
                        .start()
                        .waitFor();
        assertThat(made).isZero();
        return file;
    }

    private static SSLContext trusting(Path keys) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
        var certificates = KeyStore.getInstance("PKCS12");
        certificates.load(null, null);
        certificates.setCertificateEntry("localhost", store.getCertificate("localhost"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(certificates);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private RawWebSocket webSocket(byte[] early, String... protocols) throws IOException {
        var socket =
                (SSLSocket)
                        trusting.getSocketFactory().createSocket("localhost", server.actualPort());
        var parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(protocols);
        socket.setSSLParameters(parameters);
        return new RawWebSocket(socket, "/socket.io/?EIO=4&transport=websocket", early);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http/1.1"})
    void an_upgraded_connection_speaks_both_ways(String protocol) throws Exception {
        var offered = protocol.isEmpty() ? new String[0] : new String[] {protocol};
        try (var ws = webSocket(new byte[0], offered)) {
            assertThat(ws.answer).startsWith("HTTP/1.1 101");
            assertThat(ws.text()).startsWith("0{");
            ws.send("40");
            assertThat(ws.text()).startsWith("40{");
            assertThat(secure.take()).isTrue();
            for (var length : new int[] {1, 100, 20_000, 200_000}) {
                var text = "\"" + "x".repeat(length) + "\"";
                ws.send("427[\"echo\"," + text + "]");
                assertThat(ws.text()).isEqualTo("437[" + text + "]");
            }
        }
        assertThat(reasons.take()).isEqualTo(DisconnectReason.TRANSPORT_CLOSE);
        TestServer.until(() -> io.sessions() == 0);
    }

    @Test
    void frames_that_come_with_the_upgrade_request_are_read() throws Exception {
        try (var ws =
                webSocket(RawWebSocket.frame(0x81, "40".getBytes(StandardCharsets.US_ASCII)))) {
            assertThat(ws.text()).startsWith("0{");
            assertThat(ws.text()).startsWith("40{");
        }
    }

    @Test
    void the_server_says_goodbye() throws Exception {
        try (var ws = webSocket(new byte[0])) {
            ws.text();
            ws.send("40");
            ws.text();
            var closing = io.close();
            assertThat(ws.closed()).isEqualTo(1001);
            closing.await();
        }
    }

    @Test
    void polling_and_other_routes_share_the_port_over_http_2() throws Exception {
        try (var http =
                HttpClient.newBuilder()
                        .sslContext(trusting)
                        .version(HttpClient.Version.HTTP_2)
                        .build()) {
            var base = "https://localhost:" + server.actualPort();
            var other = http.send(get(base + "/other"), BodyHandlers.ofString());
            assertThat(other.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(other.body()).isEqualTo("elsewhere");
            var open =
                    http.send(
                            get(base + "/socket.io/?EIO=4&transport=polling"),
                            BodyHandlers.ofString());
            assertThat(open.body()).startsWith("0{\"sid\":");
        }
    }

    private static HttpRequest get(String uri) {
        return HttpRequest.newBuilder(URI.create(uri)).build();
    }
}
