// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.server.testing.Contract;
import io.palabre.server.testing.Pictures;
import io.palabre.server.testing.RunningServer;
import io.palabre.server.testing.Someone;
import io.palabre.server.testing.TestSocket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Attachments over real HTTP. Rows are those of docs/security.md.
@TestInstance(Lifecycle.PER_CLASS)
class AttachmentsTest {
    private static final Map<String, String> MUCH = Map.of("uploads.daily.files", "10000");

    private final Contract contract = Contract.read();
    private final RunningServer server = RunningServer.with(MUCH, "awa", "ibrahim", "claire");
    private final Someone awa = server.signIn("awa");
    private final Someone ibrahim = server.signIn("ibrahim");
    private final Someone claire = server.signIn("claire");

    @AfterAll
    void stop() {
        server.close();
    }

    private String uploaded(String name, byte[] bytes) {
        var reply = awa.upload(name, bytes);
        contract.check("POST", "/api/attachments", reply);
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(201);
        return reply.text("/attachment/id");
    }

    private static String carrying(String... ids) {
        return "{\"attachments\":[\"%s\"]}".formatted(String.join("\",\"", ids));
    }

    private static String messages(String conversation) {
        return "/api/conversations/%s/messages".formatted(conversation);
    }

    private static String at(String id) {
        return "/api/attachments/" + id;
    }

    private static String header(HttpResponse<?> reply, String name) {
        return reply.headers().firstValue(name).orElse("");
    }

    @Test
    void a_picture_is_sent_and_seen() {
        var talk = awa.talkTo(ibrahim);
        try (var socket = TestSocket.of(server, ibrahim)) {
            var id = uploaded("plage.png", Pictures.png(1_600, 800));
            var sent = awa.post(messages(talk), carrying(id));
            contract.check("POST", "/api/conversations/{conversationId}/messages", sent);
            assertThat(sent.status()).isEqualTo(201);
            var heard = socket.await("new_message").at("/message/attachments/0");
            assertThat(heard.at("/width").asInt()).isEqualTo(1_600);
            assertThat(heard.at("/height").asInt()).isEqualTo(800);
            assertThat(heard.at("/type").asText()).isEqualTo("image/png");
            assertThat(heard.at("/kind").asText()).isEqualTo("image");

            var original = ibrahim.fetch(heard.at("/url").asText());
            assertThat(original.statusCode()).isEqualTo(200);
            assertThat(original.body()).hasSize(heard.at("/size").asInt());
            assertThat(Pictures.read(original.body()).getWidth()).isEqualTo(1_600);
            var small = Pictures.read(ibrahim.fetch(heard.at("/thumbnailUrl").asText()).body());
            assertThat(small.getWidth()).isEqualTo(640);
            assertThat(small.getHeight()).isEqualTo(320);

            var list = "/api/conversations/{conversationId}/attachments";
            var listed = ibrahim.get("/api/conversations/%s/attachments?limit=1".formatted(talk));
            contract.check("GET", list, listed);
            assertThat(listed.text("/attachments/0/attachment/id")).isEqualTo(id);
            assertThat(listed.text("/attachments/0/messageId")).isEqualTo(sent.text("/message/id"));
            var files = "/api/conversations/%s/attachments?kind=file".formatted(talk);
            assertThat(ibrahim.get(files).body().at("/attachments")).isEmpty();
        }
    }

    @Test
    void access_is_checked_on_every_byte_rows_34_35_97_98() {
        var group = awa.group("Plage", ibrahim);
        var id = uploaded("plage.png", Pictures.png(20, 20));
        var nothing = claire.fetch(at("01ARZ3NDEKTSV4RRFFQ69G5FAV"));
        assertThat(ibrahim.fetch(at(id)).statusCode()).isEqualTo(404);
        awa.post(messages(group), carrying(id));
        assertThat(ibrahim.fetch(at(id)).statusCode()).isEqualTo(200);

        var tag = header(ibrahim.fetch(at(id)), "ETag");
        for (var asker : new Someone[] {claire, claire.with("Range", "bytes=0-0")}) {
            for (var path : new String[] {at(id), at(id) + "/thumbnail", at(id) + "?download=1"}) {
                assertThat(asker.fetch(path).statusCode()).isEqualTo(404);
                assertThat(asker.fetch(path).body()).isEqualTo(nothing.body());
                assertThat(asker.fetch("HEAD", path).statusCode()).isEqualTo(404);
            }
        }
        assertThat(claire.with("If-None-Match", tag).fetch(at(id)).statusCode()).isEqualTo(404);
        assertThat(server.nobody().fetch(at(id)).statusCode()).isEqualTo(401);
        assertThat(ibrahim.with("If-None-Match", tag).fetch(at(id)).statusCode()).isEqualTo(304);

        ibrahim.post("/api/conversations/%s/leave".formatted(group), "");
        assertThat(ibrahim.fetch(at(id)).statusCode()).isEqualTo(404);
        assertThat(awa.fetch(at(id)).statusCode()).isEqualTo(200);
    }

    /// There are no signed addresses: one is worth nothing without a session that may see it.
    @Test
    void an_address_gives_nothing_away_row_97() {
        var talk = awa.talkTo(ibrahim);
        var sent = awa.post(messages(talk), carrying(uploaded("a.png", Pictures.png(20, 20))));
        var url = sent.text("/message/attachments/0/url");
        assertThat(url)
                .startsWith("/api/attachments/")
                .doesNotContain("?")
                .doesNotContain(awa.token());
        assertThat(ibrahim.fetch(url).statusCode()).isEqualTo(200);
        assertThat(server.nobody().fetch(url + "?token=" + awa.token()).statusCode())
                .isEqualTo(401);
        char last = url.charAt(url.length() - 1);
        var other = url.substring(0, url.length() - 1) + (last == '0' ? '1' : '0');
        assertThat(awa.fetch(other).statusCode()).isEqualTo(404);
    }

    @Test
    void an_archive_that_would_fill_a_disk_stays_packed_row_88() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var name : new String[] {"word/document.xml", "../../etc/passwd"}) {
                zip.putNextEntry(new ZipEntry(name));
                var zeros = new byte[1024 * 1024];
                for (int i = 0; i < 64; i++) zip.write(zeros);
                zip.closeEntry();
            }
        }
        var packed = bytes.toByteArray();
        assertThat(packed.length).isLessThan(1024 * 1024);
        for (var name : new String[] {"a.zip", "a.docx"}) {
            var id = uploaded(name, packed);
            assertThat(awa.fetch(at(id)).body()).isEqualTo(packed);
            assertThat(awa.fetch(at(id) + "/thumbnail").statusCode()).isEqualTo(404);
        }
        try (var files = Files.walk(server.folder())) {
            assertThat(files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()))
                    .allMatch(size -> size < 64L * 1024 * 1024);
        }
    }

    @Test
    void a_deleted_message_takes_its_attachments_along() {
        var talk = awa.talkTo(ibrahim);
        var id = uploaded("plage.png", Pictures.png(20, 20));
        var message = awa.post(messages(talk), carrying(id)).text("/message/id");
        assertThat(ibrahim.fetch(at(id)).statusCode()).isEqualTo(200);
        awa.delete("/api/messages/" + message);
        for (var asker : new Someone[] {awa, ibrahim}) {
            assertThat(asker.fetch(at(id)).statusCode()).isEqualTo(404);
            assertThat(asker.fetch(at(id) + "/thumbnail").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void nobody_sends_what_another_has_uploaded_row_38() {
        var talk = awa.talkTo(ibrahim);
        var id = uploaded("plage.png", Pictures.png(20, 20));
        var others = ibrahim.post(messages(talk), carrying(id));
        var nothing = ibrahim.post(messages(talk), carrying("01ARZ3NDEKTSV4RRFFQ69G5FAV"));
        assertThat(others.status()).isEqualTo(404);
        assertThat(others.body()).isEqualTo(nothing.body());
        assertThat(ibrahim.post(messages(talk), carrying("x")).body()).isEqualTo(nothing.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "photo.jpg.exe.txt", "../../etc/passwd.txt", "a\\b.txt", "a.txt. . .", "%00.txt",
                "a\u0000b.txt", ".htaccess", "CON", "\u202etxt.exe", "a\"\r\nX-Evil: 1.txt"
            })
    void a_name_is_for_people_alone_rows_84_94_95(String name) {
        var id = uploaded(name, "Bonjour".getBytes(UTF_8));
        var reply = awa.fetch(at(id));
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(header(reply, "X-Evil")).isEmpty();
        assertThat(header(reply, "Content-Disposition"))
                .startsWith("attachment; filename=\"")
                .matches("[ -~]+")
                .doesNotContain("/", "\\", "..");
    }

    @Test
    void a_long_name_is_cut_before_its_ending_row_84() {
        var reply = awa.upload("é".repeat(300) + ".txt", "Bonjour".getBytes(UTF_8));
        assertThat(reply.text("/attachment/name")).hasSize(120).endsWith("é.txt");
    }

    @Test
    void it_is_what_its_bytes_say_row_85() {
        assertThat(awa.upload("a.png", "<html>".getBytes(UTF_8)).status()).isEqualTo(415);
        var asPicture = awa.with("Content-Type", "image/png");
        assertThat(asPicture.upload("a", "%PDF-1.7 ".getBytes(UTF_8)).status()).isEqualTo(415);
        assertThat(awa.upload("a.pdf", Pictures.png(4, 4)).status()).isEqualTo(415);
        assertThat(awa.upload("a.exe", new byte[] {'M', 'Z', 0, 1, 2}).status()).isEqualTo(415);
        assertThat(awa.upload("a.heic", ftyp("heic")).status()).isEqualTo(415);
        assertThat(awa.upload("a.txt", new byte[0]).status()).isEqualTo(400);
        assertThat(awa.upload("a.jpg", Pictures.png(4, 4)).text("/attachment/type"))
                .isEqualTo("image/png");
    }

    private static byte[] ftyp(String brand) {
        return ("\0\0\0\u0018ftyp" + brand + "\0\0\0\0" + brand + "mif1").getBytes(UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"a.svg,<svg onload='alert(1)'/>", "a.html,<script>alert(1)</script>"})
    void what_a_browser_might_run_is_saved_and_nothing_else_row_86(String name, String content) {
        var reply = awa.fetch(at(uploaded(name, content.getBytes(UTF_8))));
        assertThat(header(reply, "Content-Type")).isEqualTo("application/octet-stream");
        assertThat(header(reply, "Content-Disposition")).startsWith("attachment;");
        assertThat(header(reply, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(reply, "Content-Security-Policy"))
                .isEqualTo("sandbox; default-src 'none'");
    }

    @Test
    void a_picture_that_costs_too_much_is_refused_row_87() {
        var large = awa.upload("a.png", Pictures.pngThatClaims(30_000, 30_000));
        assertThat(large.status()).isEqualTo(422);
        assertThat(large.code()).isEqualTo("bad_media");
        var broken = Arrays.copyOf(Pictures.jpeg(100, 100), 200);
        assertThat(awa.upload("a.jpg", broken).status()).isEqualTo(422);
    }

    @Test
    void a_photo_does_not_say_where_it_was_taken_row_89() {
        var id = uploaded("a.jpg", Pictures.photo(60, 40, 6));
        var original = awa.fetch(at(id)).body();
        assertThat(Pictures.holdSecret(original)).isFalse();
        assertThat(Pictures.holdSecret(awa.fetch(at(id) + "/thumbnail").body())).isFalse();
        var small = Pictures.read(awa.fetch(at(id) + "/thumbnail").body());
        assertThat(small.getWidth()).isEqualTo(40);
        assertThat(small.getHeight()).isEqualTo(60);
        assertThat(small.getRGB(20, 5) & 0xff).as("red is on top").isLessThan(80);
        assertThat(
                        Pictures.holdSecret(
                                awa.fetch(at(uploaded("a.png", Pictures.pngWithWords(9, 9))))
                                        .body()))
                .isFalse();
    }

    @Test
    void one_range_is_honoured_row_96() {
        var id = uploaded("a.txt", "0123456789".getBytes(UTF_8));
        assertThat(range(id, "bytes=2-4").body()).asString().isEqualTo("234");
        assertThat(header(range(id, "bytes=2-4"), "Content-Range")).isEqualTo("bytes 2-4/10");
        assertThat(range(id, "bytes=7-").body()).asString().isEqualTo("789");
        assertThat(range(id, "bytes=-2").body()).asString().isEqualTo("89");
        assertThat(range(id, "bytes=0-0").statusCode()).isEqualTo(206);
        assertThat(range(id, "bytes=0-999").body()).asString().isEqualTo("0123456789");
        assertThat(range(id, "bytes=" + "0-0,".repeat(999) + "0-0").statusCode()).isEqualTo(200);
        var digits = "9".repeat(40);
        assertThat(range(id, "bytes=7-" + digits).body()).asString().isEqualTo("789");
        for (var nowhere : new String[] {"bytes=10-", "bytes=-0", "bytes=" + digits + "-"}) {
            assertThat(range(id, nowhere).statusCode()).as(nowhere).isEqualTo(416);
            assertThat(header(range(id, nowhere), "Content-Range")).isEqualTo("bytes */10");
        }
        for (var nonsense :
                new String[] {"bytes=5-4", "bytes=a", "bytes=-", "bytes=1", "bytes", "lines=0-1"}) {
            assertThat(range(id, nonsense).statusCode()).as(nonsense).isEqualTo(200);
            assertThat(range(id, nonsense).body()).asString().isEqualTo("0123456789");
        }
        assertThat(range(id, "Bytes=0-1").statusCode()).isEqualTo(206);
        var partOfHead = awa.with("Range", "bytes=2-4").fetch("HEAD", at(id));
        assertThat(partOfHead.statusCode()).isEqualTo(200);
        assertThat(header(partOfHead, "Content-Length")).isEqualTo("10");
        var head = awa.fetch("HEAD", at(id));
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "Content-Length")).isEqualTo("10");
        assertThat(header(head, "Accept-Ranges")).isEqualTo("bytes");
        var other = awa.with("If-Range", "\"other\"").with("Range", "bytes=2-4").fetch(at(id));
        assertThat(other.statusCode()).isEqualTo(200);
    }

    @Test
    void what_a_client_has_already_does_not_come_again() {
        var id = uploaded("a.txt", "0123456789".getBytes(UTF_8));
        var tag = header(awa.fetch(at(id)), "ETag");
        for (var known : new String[] {tag, "*", "W/" + tag, "\"a\", " + tag}) {
            var answer = awa.with("If-None-Match", known).fetch(at(id));
            assertThat(answer.statusCode()).as(known).isEqualTo(304);
            assertThat(header(answer, "ETag")).isEqualTo(tag);
        }
        for (var other : new String[] {"\"a\"", "x" + tag, tag.substring(1)}) {
            var answer = awa.with("If-None-Match", other).fetch(at(id));
            assertThat(answer.statusCode()).as(other).isEqualTo(200);
        }
    }

    private HttpResponse<byte[]> range(String id, String range) {
        return awa.with("Range", range).fetch(at(id));
    }

    @Test
    void what_leads_elsewhere_leads_nowhere_row_94() {
        for (var path :
                new String[] {
                    "/api/attachments/..%2f..%2fetc%2fpasswd",
                    "/api/attachments/..%5c..%5cpalabre.db",
                    "/api/attachments/;/palabre.db",
                    "/api/attachments/%2fetc%2fpasswd"
                }) {
            assertThat(awa.fetch(path).statusCode()).as(path).isIn(400, 404);
        }
    }

    @Test
    void a_large_file_comes_as_it_went() {
        var bytes = new byte[3_000_000];
        new Random(7).nextBytes(bytes);
        System.arraycopy("PK\u0003\u0004".getBytes(UTF_8), 0, bytes, 0, 4);
        assertThat(awa.fetch(at(uploaded("a.zip", bytes))).body()).isEqualTo(bytes);
    }
}
