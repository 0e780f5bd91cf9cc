// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.server.testing.Contract;
import io.palabre.server.testing.RunningServer;
import io.palabre.server.testing.Someone;
import io.palabre.server.wiring.StartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Uploads that break off, are too much, or are not what they say. Rows are those of
/// docs/security.md.
class UploadsTest {
    private static final String UPLOADS = "/api/attachments/uploads";
    private static final String ONE = UPLOADS + "/{uploadId}";
    private static final byte[] WORDS = "Bonjour, tout le monde !".getBytes(UTF_8);

    private final Contract contract = Contract.read();
    private RunningServer server =
            RunningServer.with(
                    Map.of(
                            "uploads.size", "1",
                            "uploads.daily.files", "5",
                            "uploads.daily.size", "2"),
                    "awa",
                    "ibrahim");
    private Someone awa = server.signIn("awa");

    @AfterEach
    void stop() {
        server.close();
    }

    private String begin(int size, String more) {
        var wish = "{\"name\":\"a.txt\",\"size\":%d%s}".formatted(size, more);
        var reply = awa.post(UPLOADS, wish);
        contract.check("POST", UPLOADS, reply);
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(201);
        return UPLOADS + "/" + reply.text("/upload/id");
    }

    private Someone.Reply append(String upload, long offset, byte[] bytes) {
        var reply = awa.with("Upload-Offset", String.valueOf(offset)).send("PATCH", upload, bytes);
        contract.check("PATCH", ONE, reply);
        return reply;
    }

    private static byte[] part(int from, int to) {
        return Arrays.copyOfRange(WORDS, from, to);
    }

    private static String sum(byte[] bytes) throws NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
        return ",\"sha256\":\"%s\"".formatted(HexFormat.of().formatHex(digest));
    }

    private List<Path> files() throws IOException {
        var folder = server.folder().resolve("files");
        if (!Files.isDirectory(folder)) return List.of();
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void a_file_in_pieces_goes_on_where_it_stands_rows_92_93() throws Exception {
        var upload = begin(WORDS.length, sum(WORDS));
        assertThat(append(upload, 0, part(0, 7)).number("/upload/offset")).isEqualTo(7);
        var again = append(upload, 0, part(0, 7));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("upload_offset");
        assertThat(again.number("/offset")).isEqualTo(7);

        server = restarted();
        awa = awa.at(server);
        var stands = awa.get(upload);
        contract.check("GET", ONE, stands);
        assertThat(stands.number("/upload/offset")).isEqualTo(7);
        var last = append(upload, 7, part(7, WORDS.length));
        assertThat(last.number("/upload/offset")).isEqualTo(WORDS.length);
        assertThat(awa.fetch(last.text("/attachment/url")).body()).isEqualTo(WORDS);
        var over = awa.get(upload);
        contract.check("GET", ONE, over);
        assertThat(over.body()).isEqualTo(last.body());
        assertThat(append(upload, 7, part(7, WORDS.length)).body()).isEqualTo(last.body());
        assertThat(server.signIn("ibrahim").get(upload).status()).isEqualTo(404);
        assertThat(files()).hasSize(1);
    }

    @Test
    void a_last_piece_that_comes_many_times_at_once_ends_it_once_and_all_are_told() {
        for (int round = 0; round < 4; round++) {
            var upload = begin(WORDS.length, "");
            append(upload, 0, part(0, 7));
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var answers =
                        IntStream.range(0, 8)
                                .mapToObj(
                                        _ ->
                                                CompletableFuture.supplyAsync(
                                                        () ->
                                                                append(
                                                                        upload,
                                                                        7,
                                                                        part(7, WORDS.length)),
                                                        threads))
                                .toList();
                assertThat(answers)
                        .allSatisfy(answer -> assertThat(answer.join().status()).isEqualTo(200))
                        .extracting(answer -> answer.join().text("/attachment/id"))
                        .containsOnly(answers.getFirst().join().text("/attachment/id"));
            }
        }
    }

    private RunningServer restarted() throws StartException {
        return server.again();
    }

    @Test
    void nobody_touches_the_upload_of_another_row_92() {
        var upload = begin(5, "");
        var ibrahim = server.signIn("ibrahim").with("Upload-Offset", "0");
        assertThat(ibrahim.send("PATCH", upload, part(0, 5)).status()).isEqualTo(404);
        assertThat(ibrahim.get(upload).status()).isEqualTo(404);
        assertThat(ibrahim.delete(upload).status()).isEqualTo(404);
        assertThat(awa.delete(upload).status()).isEqualTo(204);
        assertThat(awa.get(upload).status()).isEqualTo(404);
    }

    @Test
    void what_arrives_is_what_was_announced_row_92() throws Exception {
        var upload = begin(5, sum(part(5, 10)));
        var refused = append(upload, 0, part(0, 5));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("checksum_mismatch");
        assertThat(awa.get(upload).status()).isEqualTo(404);
        var longer = begin(3, "");
        assertThat(append(longer, 0, part(0, 4)).status()).isEqualTo(413);
        assertThat(awa.get(longer).number("/upload/offset")).isZero();
        assertThat(awa.delete(longer).status()).isEqualTo(204);
        assertThat(files()).isEmpty();
    }

    @Test
    void too_much_is_refused_at_the_first_byte_over_row_90() throws Exception {
        var most = "a".repeat(1024 * 1024).getBytes(UTF_8);
        var over = "a".repeat(1024 * 1024 + 1).getBytes(UTF_8);
        var refused = awa.upload("a.txt", over);
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.code()).isEqualTo("too_large");
        assertThat(awa.post(UPLOADS, "{\"name\":\"a\",\"size\":1048577}").status()).isEqualTo(413);
        assertThat(files()).isEmpty();
        assertThat(awa.upload("a.txt", most).status()).isEqualTo(201);
    }

    @Test
    void a_day_has_a_quota_row_91() {
        var most = "a".repeat(1024 * 1024).getBytes(UTF_8);
        assertThat(awa.upload("a.txt", most).status()).isEqualTo(201);
        assertThat(awa.upload("a.txt", most).status()).isEqualTo(201);
        var bytes = awa.upload("a.txt", part(0, 1));
        assertThat(bytes.status()).isEqualTo(413);
        assertThat(bytes.code()).isEqualTo("quota");
        var ibrahim = server.signIn("ibrahim");
        for (int i = 0; i < 5; i++) {
            assertThat(ibrahim.upload("a.txt", part(0, 1)).status()).isEqualTo(201);
        }
        assertThat(ibrahim.upload("a.txt", part(0, 1)).code()).isEqualTo("quota");
        assertThat(ibrahim.post(UPLOADS, "{\"name\":\"a\",\"size\":1}").code()).isEqualTo("quota");
    }

    @Test
    void what_a_browser_records_is_a_voice_although_its_name_says_film() throws Exception {
        var webm =
                HexFormat.of().parseHex("1a45dfa39f4286810142f7810142f2810442f381084282847765626d");
        var path = "/api/attachments?name=voice.webm&kind=voice&duration=2.1";
        var reply = awa.send("POST", path, webm);
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.text("/attachment/kind")).isEqualTo("voice");
        assertThat(reply.text("/attachment/type")).isEqualTo("audio/webm");
    }

    @Test
    void a_recording_is_a_voice() {
        var ogg = "OggS and so on".getBytes(UTF_8);
        var path = "/api/attachments?name=voix.ogg&kind=voice&duration=12.3";
        var reply = awa.send("POST", path, ogg);
        assertThat(reply.text("/attachment/kind")).isEqualTo("voice");
        assertThat(reply.text("/attachment/duration")).isEqualTo("12.3");
        assertThat(awa.send("POST", path + "&duration=x", ogg).status()).isEqualTo(201);
        assertThat(awa.send("POST", "/api/attachments?duration=x", ogg).status()).isEqualTo(400);
        assertThat(awa.send("POST", "/api/attachments?kind=x", ogg).status()).isEqualTo(400);
    }
}
