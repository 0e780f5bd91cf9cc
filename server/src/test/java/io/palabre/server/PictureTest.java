// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.server.testing.Contract;
import io.palabre.server.testing.Pictures;
import io.palabre.server.testing.RunningServer;
import io.palabre.server.testing.Someone;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The pictures people show of themselves, over real HTTP.
class PictureTest {
    private static final String MINE = "/api/users/me/picture";

    private final Contract contract = Contract.read();
    private RunningServer server = RunningServer.with("awa", "ibrahim");
    private final Someone awa = server.signIn("awa");
    private final Someone ibrahim = server.signIn("ibrahim");

    @AfterEach
    void stop() {
        server.close();
    }

    private Someone.Reply sent(byte[] bytes) {
        var reply = awa.send("PUT", MINE, bytes);
        contract.check("PUT", MINE, reply);
        return reply;
    }

    private String address() {
        return ibrahim.get("/api/users/" + awa.id()).text("/user/avatarUrl");
    }

    @Test
    void others_see_a_small_square_of_it() {
        var reply = sent(Pictures.png(1_000, 400));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(address()).isEqualTo(reply.text("/user/avatarUrl"));
        var seen = ibrahim.fetch(address());
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(seen.headers().firstValue("Cache-Control").orElseThrow()).contains("private");
        var picture = Pictures.read(seen.body());
        assertThat(picture.getWidth()).isEqualTo(picture.getHeight()).isLessThanOrEqualTo(320);
        assertThat(picture.getRGB(2, 2) & 0xff0000).isGreaterThan(0xc00000);
        assertThat(picture.getRGB(picture.getWidth() - 3, 2) & 0xff).isGreaterThan(0xc0);
        assertThat(server.nobody().fetch(address()).statusCode()).isEqualTo(401);
    }

    @Test
    void nothing_of_the_file_is_kept() {
        sent(Pictures.photo(40, 20, 6));
        var seen = new String(ibrahim.fetch(address()).body(), StandardCharsets.ISO_8859_1);
        assertThat(seen).doesNotContain(Pictures.SECRET).doesNotContain("Exif");
    }

    @Test
    void another_picture_has_another_address_and_none_has_none() {
        sent(Pictures.png(40, 40));
        var first = address();
        sent(Pictures.jpeg(30, 30));
        assertThat(address()).isNotEqualTo(first);
        var gone = awa.delete(MINE);
        contract.check("DELETE", MINE, gone);
        assertThat(gone.body().at("/user/avatarUrl").isMissingNode()).isTrue();
        assertThat(ibrahim.fetch(first).statusCode()).isEqualTo(404);
        assertThat(address()).isEmpty();
    }

    @Test
    void what_is_no_picture_changes_nothing() {
        sent(Pictures.png(40, 40));
        var before = address();
        var page = "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8);
        assertThat(sent(page).status()).isEqualTo(415);
        assertThat(sent(new byte[0]).status()).isEqualTo(415);
        assertThat(sent(new byte[1024 * 1024 + 1]).code()).isEqualTo("too_large");
        var cut = Arrays.copyOf(Pictures.png(400, 400), 60);
        assertThat(sent(cut).code()).isEqualTo("bad_media");
        assertThat(address()).isEqualTo(before);
    }

    @Test
    void it_outlives_the_server() throws Exception {
        sent(Pictures.png(40, 40));
        var there = address();
        server = server.again();
        assertThat(ibrahim.at(server).fetch(there).statusCode()).isEqualTo(200);
    }
}
