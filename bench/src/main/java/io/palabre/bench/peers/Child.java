// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.peers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.palabre.bench.host.ProcStat;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A process that we started. It is spoken to in lines; its errors go to a log.
public final class Child implements AutoCloseable {

    private final String name;
    private final Process process;
    private final Path log;
    private final Writer input;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private Child(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.input = process.outputWriter(UTF_8);
        Thread.ofPlatform().daemon().name(name).start(this::read);
    }

    static Child start(String name, Path log, ProcessBuilder builder) throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        return new Child(name, builder.redirectError(log.toFile()).start(), log);
    }

    /// What the operating system has counted for it.
    public ProcStat stat() {
        return ProcStat.of(process.pid());
    }

    /// Sends a line and waits for the line that answers it.
    public String ask(String question, Duration patience) throws IOException {
        input.write(question + "\n");
        input.flush();
        return nextLine(patience);
    }

    /// Whether it still runs.
    public boolean alive() {
        return process.isAlive();
    }

    /// Why it is of no use: the end of its log.
    IOException broken(String what) throws IOException {
        List<String> errors =
                Files.readAllLines(log).stream()
                        .filter(line -> !line.isBlank() && !line.startsWith("\t"))
                        .toList();
        String last = errors.isEmpty() ? "nothing" : errors.getLast();
        return new IOException("%s %s; %s ends with: %s".formatted(name, what, log, last));
    }

    void awaitReady(Duration patience) throws IOException {
        if (!nextLine(patience).equals("ready")) throw broken("did not become ready");
    }

    private String nextLine(Duration patience) throws IOException {
        try {
            String line = lines.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (line == null) throw broken("said nothing for " + patience.toSeconds() + " s");
            return line;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void read() {
        try (BufferedReader output = process.inputReader(UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lines.add("(ended)");
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /// At once, without its leave.
    public void kill() {
        process.destroyForcibly();
    }
}
