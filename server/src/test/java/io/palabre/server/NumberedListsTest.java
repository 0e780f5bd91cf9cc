// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The two numbered lists, of the protocol and of attacks, and the tests that carry their numbers
/// name each other.
class NumberedListsTest {
    private static final Pattern ENTRY = Pattern.compile("\\| (\\d+) \\|.*");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)[^)]*\\)");
    private static final Pattern TEST = Pattern.compile("\\b[A-Z]\\w+Test\\b");
    private static final List<String> TESTS =
            List.of(
                    "socketio/src/test",
                    "core/src/test",
                    "sql/src/test",
                    "server/src/test",
                    "e2e/src/test",
                    "web/sdk/src",
                    "web/react/src",
                    "web/app/src",
                    "web/e2e/tests");

    /// A list, and what a number of it looks like in a test.
    enum Numbered {
        PROTOCOL("socketio/docs/protocol.md", "void lines?_(\\d+(?:_\\d+)*)_"),
        SECURITY("docs/security.md", "_rows?_(\\d+(?:_\\d+)*)\\(|row (\\d+) of docs/security\\.md");

        private final String name;
        private final Pattern carried;

        Numbered(String name, String carried) {
            this.name = name;
            this.carried = Pattern.compile(carried);
        }

        Path file() {
            return Path.of("..").resolve(name);
        }

        /// What it says, by number.
        Map<Integer, String> entries() {
            var entries = new LinkedHashMap<Integer, String>();
            for (var line : text(file()).lines().toList()) {
                var entry = ENTRY.matcher(line);
                if (entry.matches()) {
                    assertThat(entries.put(Integer.valueOf(entry.group(1)), line)).isNull();
                }
            }
            return entries;
        }

        /// The numbers that a test carries.
        Set<Integer> carriedBy(String test) {
            var numbers = new TreeSet<Integer>();
            carried.matcher(test).results().flatMap(Numbered::split).forEach(numbers::add);
            return numbers;
        }

        private static Stream<Integer> split(MatchResult found) {
            var numbers = found.group(1) == null ? found.group(2) : found.group(1);
            return Stream.of(numbers.split("_", -1)).map(Integer::valueOf);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Path> tests() throws IOException {
        var found = new ArrayList<Path>();
        for (var folder : TESTS) {
            try (var files = Files.walk(Path.of("..", folder))) {
                files.filter(NumberedListsTest::isTest).forEach(found::add);
            }
        }
        return found;
    }

    private static boolean isTest(Path file) {
        return file.toString().matches(".*(Test\\.java|\\.(test|spec)\\.tsx?)");
    }

    private static String name(Path test) {
        return String.valueOf(test.getFileName()).replace(".java", "");
    }

    @ParameterizedTest
    @EnumSource
    void it_counts_from_one_without_a_gap(Numbered list) {
        var numbers = list.entries().keySet();
        assertThat(numbers).hasSizeGreaterThan(40);
        assertThat(numbers)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, numbers.size()).boxed().toList());
    }

    @ParameterizedTest
    @EnumSource
    void what_it_names_is_there(Numbered list) throws IOException {
        var said = text(list.file());
        var folder = list.file().resolveSibling("");
        assertThat(LINK.matcher(said).results().map(link -> link.group(1)))
                .filteredOn(link -> !link.contains(":"))
                .allSatisfy(link -> assertThat(folder.resolve(link)).exists());
        var tests = tests().stream().map(NumberedListsTest::name).toList();
        assertThat(tests)
                .containsAll(TEST.matcher(said).results().map(MatchResult::group).toList());
    }

    @ParameterizedTest
    @EnumSource
    void it_names_each_test_that_carries_a_number_of_it(Numbered list) throws IOException {
        var entries = list.entries();
        var carriers = 0;
        for (var test : tests()) {
            var source = text(test);
            var carried = list.carriedBy(source);
            if (carried.isEmpty()) continue;
            carriers++;
            assertThat(source).as(name(test)).contains(list.name);
            for (var number : carried) {
                assertThat(entries.get(number)).as("%d", number).contains(name(test));
            }
        }
        assertThat(carriers).isGreaterThan(5);
    }
}
