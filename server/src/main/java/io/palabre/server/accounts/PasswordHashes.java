// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.accounts;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.SecureString;
import com.password4j.types.Argon2;
import io.palabre.core.Refusal;
import io.palabre.server.refusal.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Argon2id with 19 MiB and two passes a hash, and never more hashes at once than there is memory
/// set aside for.
public final class PasswordHashes {
    private static final int LONGEST_BYTES = 1_024;
    private static final int SALT_BYTES = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Argon2Function argon2 = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
    private final Semaphore room;
    private final Duration patience;

    /// @param atOnce most hashes computed at the same time
    public PasswordHashes(int atOnce) {
        this(atOnce, PATIENCE);
    }

    /// @param patience of those for whom there is no room
    PasswordHashes(int atOnce, Duration patience) {
        room = new Semaphore(atOnce);
        this.patience = patience;
    }

    /// A hash to store, with its salt and parameters.
    public String hash(String password) {
        return withRoom(
                () ->
                        Password.hash(new SecureString(password.toCharArray()))
                                .addRandomSalt(SALT_BYTES)
                                .with(argon2)
                                .getResult());
    }

    /// Whether this is the password. Without a stored hash it takes as long and is not, so that
    /// nobody learns from the time whether an account exists.
    public boolean matches(String password, @Nullable String stored) {
        if (stored == null) return hash(password).isEmpty();
        return withRoom(
                () ->
                        Password.check(new SecureString(password.toCharArray()), stored)
                                .with(Argon2Function.getInstanceFromHash(stored)));
    }

    /// Refuses what is too long to be hashed.
    static void checkLength(String password) {
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            throw Refused.field(
                    "password",
                    Refusal.BAD_REQUEST,
                    "A password has at most %d bytes.".formatted(LONGEST_BYTES));
        }
    }

    /// Does some work that takes as much memory as a hash.
    <T> T withRoom(Supplier<T> work) {
        try {
            if (!room.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Refused.until(Refusal.TRY_LATER, patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refused.because(Refusal.TRY_LATER);
        }
        try {
            return work.get();
        } finally {
            room.release();
        }
    }
}
