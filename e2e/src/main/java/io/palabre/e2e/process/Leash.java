// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.process;

/// Sees to it that a process does not outlive this one, nor the block that started it.
public final class Leash implements AutoCloseable {
    private final Process process;
    private final Thread atExit;

    public Leash(Process process) {
        this.process = process;
        atExit = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException _) {
            // this process is on its way out, and the hook does its work
        }
    }
}
