// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The promises of delivery that a history can be held to, by their numbers in the contract.
public enum Invariant {
    I1("an acknowledged event is in the log for ever"),
    I2("one user action is at most one event"),
    I3("nothing appears that nobody sent"),
    I4("numbers are dense from 1"),
    I5("all see the same at a number"),
    I6("a connection is told in order"),
    I7("what was sent after an answer has a higher number"),
    I8("a client's messages keep their order"),
    I9("whoever was away catches up completely"),
    I10("nobody sees what happened while they were not there"),
    I11("read only grows, and unread is what is left"),
    I12("the last change of a message wins, and what is gone stays gone"),
    I14("nothing is accepted from one who might not do it then"),
    I15("a file that was taken comes back as it was, and one that was not does not"),
    I16("who holds numbers of another past is told"),
    I18("who does not read costs a bounded amount"),
    I20("a failing disk stops the writing and nothing else"),
    L1("all is answered soon after the trouble is over"),
    L2("all have all soon after the trouble is over"),
    L4("after all have gone nothing is left of them");

    private final String promise;

    Invariant(String promise) {
        this.promise = promise;
    }

    /// Tells, in words, each contradiction between a run and a promise.
    @FunctionalInterface
    private interface Check {
        void look(Run run, Consumer<String> contradiction);
    }

    /// In one sentence.
    public String promise() {
        return promise;
    }

    /// Where the run breaks this promise.
    public List<Violation> violations(Run run) {
        var found = new ArrayList<Violation>();
        check().look(run, what -> found.add(new Violation(this, what)));
        return found;
    }

    /// Where the run breaks any.
    public static List<Violation> allViolations(Run run) {
        return Arrays.stream(values()).flatMap(each -> each.violations(run).stream()).toList();
    }

    /// Where the run breaks what even another past leaves standing: after an older backup was
    /// restored, what was acknowledged behind it is lost, and only these can be judged.
    public static List<Violation> violationsAfterRestore(Run run) {
        return Stream.of(I4, I14, I16).flatMap(each -> each.violations(run).stream()).toList();
    }

    private Check check() {
        return switch (this) {
            case I1 -> KeepingChecks::acknowledged;
            case I2 -> KeepingChecks::once;
            case I3 -> KeepingChecks::nothingElse;
            case I4 -> KeepingChecks::dense;
            case I5 -> KeepingChecks::agreement;
            case I6 -> OrderChecks::perConnection;
            case I7 -> OrderChecks::realTime;
            case I8 -> OrderChecks::perSender;
            case I9 -> ViewChecks::complete;
            case I10 -> MembershipChecks::visibility;
            case I11 -> ViewChecks::readState;
            case I12 -> ChangeChecks::lastWins;
            case I14 -> MembershipChecks::authorised;
            case I15 -> SystemChecks::files;
            case I16 -> EpochChecks::told;
            case I18 -> SystemChecks::bounded;
            case I20 -> SystemChecks::stopsOpenly;
            case L1 -> SystemChecks::answered;
            case L2 -> SystemChecks::caughtUp;
            case L4 -> SystemChecks::tidy;
        };
    }
}
