// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.core.Refusal;
import io.palabre.server.refusal.Problem;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `docs/errors.md` names every no that this server can say.
class ErrorsTest {

    private static Stream<Problem> problems() {
        var ownWords =
                Arrays.stream(Problem.class.getFields())
                        .filter(field -> Modifier.isStatic(field.getModifiers()))
                        .map(
                                field -> {
                                    try {
                                        return (Problem) field.get(null);
                                    } catch (IllegalAccessException e) {
                                        throw new IllegalStateException(e);
                                    }
                                });
        return Stream.concat(ownWords, Arrays.stream(Refusal.values()).map(Problem::of));
    }

    private static String row(Problem problem) {
        return "| %d | `%s` | %s | %s |"
                .formatted(
                        problem.status(),
                        problem.code(),
                        problem.title(),
                        problem.retryable() ? "yes" : "");
    }

    private static List<String> written() throws IOException {
        try (var lines = Files.lines(Path.of("../docs/errors.md"))) {
            return lines.filter(line -> line.matches("\\| \\d.*")).toList();
        }
    }

    @Test
    void every_code_is_written_with_its_status_and_its_words() throws IOException {
        var inOrder = Comparator.comparingInt(Problem::status).thenComparing(Problem::code);
        assertThat(written()).isEqualTo(problems().sorted(inOrder).map(ErrorsTest::row).toList());
    }
}
