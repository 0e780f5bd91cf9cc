// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.core.Refusal;
import io.palabre.core.people.Amendment;
import io.palabre.core.people.Enrolment;
import io.palabre.core.people.Newcomer;
import io.palabre.core.people.Person;
import io.palabre.core.people.PersonRole;
import io.palabre.core.people.Profile;
import io.palabre.core.people.Status;
import io.palabre.core.people.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every [io.palabre.core.people.People] does.
public abstract class PeopleContract extends PortContract {

    private static final Profile ZOE =
            new Profile("Zoë Élan", "/a.png", Status.BUSY, "in a meeting", false);

    @Test
    void a_person_is_found_again_as_they_came() {
        var newcomer =
                new Newcomer(
                        "Zoe", PersonRole.ADMIN, ZOE, new Subject("shop", "seller-456"), "z@x.org");
        var zoe = enrolled(newcomer);
        assertThat(zoe.profile()).isEqualTo(ZOE);
        assertThat(zoe.role()).isEqualTo(PersonRole.ADMIN);
        assertThat(zoe.createdAt()).isEqualTo(time.now());
        assertThat(ports().people().byId(zoe.id())).contains(zoe);
        assertThat(ports().people().byUsername("zOE")).contains(zoe);
        assertThat(ports().people().bySubject(new Subject("shop", "seller-456"))).contains(zoe);
        assertThat(ports().people().bySubject(new Subject("other", "seller-456"))).isEmpty();
        assertThat(ports().people().byIds(Set.of(zoe.id(), nobody()))).containsOnlyKeys(zoe.id());
    }

    @Test
    void usernames_mail_addresses_and_subjects_belong_to_one_person() {
        var subject = new Subject("shop", "1");
        enrolled(new Newcomer("zoe", PersonRole.USER, ZOE, subject, "z@x.org"));
        assertRefused(Newcomer.named("ZOE", "Another"), Refusal.USERNAME_TAKEN);
        assertRefused(
                new Newcomer("a", PersonRole.USER, ZOE, subject, null), Refusal.SUBJECT_TAKEN);
        assertRefused(
                new Newcomer("a", PersonRole.USER, ZOE, null, "Z@X.org"), Refusal.EMAIL_TAKEN);
        enrolled(Newcomer.named("a", "A"));
        enrolled(Newcomer.named("b", "B"));
    }

    private void assertRefused(Newcomer newcomer, Refusal refusal) {
        assertThat(ports().people().enrol(newcomer)).isEqualTo(new Enrolment.Refused(refusal));
    }

    private Person enrolled(Newcomer newcomer) {
        var enrolment = ports().people().enrol(newcomer);
        assertThat(enrolment).isInstanceOf(Enrolment.Enrolled.class);
        return ((Enrolment.Enrolled) enrolment).person();
    }

    @Test
    void people_are_found_by_any_part_of_a_word_accents_and_case_ignored() {
        enrolled(Newcomer.named("zoe", "Zoë Élan-Dupont"));
        enrolled(Newcomer.named("max", "Maximilian Groß"));
        enrolled(Newcomer.named("mzoel", "Marc 100%_sure"));
        assertThat(names("ZOE")).containsExactly("mzoel", "zoe");
        assertThat(names("elan")).containsExactly("zoe");
        assertThat(names("pon él")).containsExactly("zoe");
        assertThat(names("gross")).containsExactly("max");
        assertThat(names("m")).containsExactly("mzoel", "max");
        assertThat(names("zoe max")).isEmpty();
        assertThat(names("m a r c s u e o 9 ".repeat(50))).containsExactly("mzoel");
        assertThat(names("")).hasSize(3);
        assertThat(names("%")).isEmpty();
        assertThat(names("100_")).containsExactly("mzoel");
    }

    private List<String> names(String text) {
        return ports().people().search(text, null, 100).people().stream()
                .map(Person::username)
                .toList();
    }

    @Test
    void everyone_is_listed_by_name_in_pages() {
        for (var i = 0; i < 25; i++) {
            enrolled(Newcomer.named("user" + i, "Same Name"));
        }
        for (var text : List.of("", "name")) {
            var all = ports().people().search(text, null, 100);
            assertThat(all.people()).hasSize(25);
            assertThat(all.next()).isNull();
            assertThat(pagesOf(text)).isEqualTo(all.people());
        }
    }

    private List<Person> pagesOf(String text) {
        var all = new ArrayList<Person>();
        @Nullable String from = null;
        do {
            var page = ports().people().search(text, from, 7);
            all.addAll(page.people());
            from = page.next();
        } while (from != null);
        return all;
    }

    @Test
    void a_changed_profile_is_found_by_its_new_name_only() {
        var zoe = enrolled(Newcomer.named("z", "Zoe"));
        var changed = ports().people().describe(zoe.id(), Profile.named("Chloe"));
        assertThat(changed.orElseThrow().profile().displayName()).isEqualTo("Chloe");
        assertThat(ports().people().byId(zoe.id())).isEqualTo(changed);
        assertThat(names("chloe")).containsExactly("z");
        assertThat(names("zoe")).isEmpty();
        assertThat(ports().people().describe(nobody(), ZOE)).isEmpty();
    }

    private Person amended(Amendment amendment) {
        assertThat(amendment).isInstanceOf(Amendment.Amended.class);
        return ((Amendment.Amended) amendment).person();
    }

    private Person administrator(String username) {
        return enrolled(new Newcomer(username, PersonRole.ADMIN, ZOE, null, null));
    }

    @Test
    void a_role_is_given_and_taken() {
        var zoe = enrolled(Newcomer.named("zoe", "Zoe"));
        assertThat(ports().people().anybodyIs(PersonRole.ADMIN)).isFalse();
        var assigned = amended(ports().people().assign(zoe.id(), PersonRole.ADMIN));
        assertThat(assigned.role()).isEqualTo(PersonRole.ADMIN);
        assertThat(ports().people().byId(zoe.id())).contains(assigned);
        assertThat(ports().people().anybodyIs(PersonRole.ADMIN)).isTrue();
        administrator("ann");
        var taken = amended(ports().people().assign(zoe.id(), PersonRole.USER));
        assertThat(taken).isEqualTo(zoe);
    }

    @Test
    void who_is_disabled_is_known_since_when_and_counts_in_no_role() {
        var zoe = enrolled(new Newcomer("zoe", PersonRole.MODERATOR, ZOE, null, null));
        var disabled = amended(ports().people().disable(zoe.id(), true));
        assertThat(disabled.disabledAt()).isEqualTo(time.now());
        assertThat(ports().people().byId(zoe.id())).contains(disabled);
        assertThat(ports().people().anybodyIs(PersonRole.MODERATOR)).isFalse();
        assertThat(amended(ports().people().disable(zoe.id(), false))).isEqualTo(zoe);
    }

    @Test
    void an_account_that_is_not_there_is_not_changed() {
        var nobody = new Amendment.Refused(Refusal.PERSON_NOT_FOUND);
        assertThat(ports().people().assign(nobody(), PersonRole.ADMIN)).isEqualTo(nobody);
        assertThat(ports().people().disable(nobody(), true)).isEqualTo(nobody);
    }

    @Test
    void there_is_always_an_administrator_who_may_sign_in() {
        var ann = administrator("ann");
        var bob = administrator("bob");
        amended(ports().people().disable(bob.id(), true));
        var last = new Amendment.Refused(Refusal.LAST_ADMINISTRATOR);
        assertThat(ports().people().assign(ann.id(), PersonRole.MODERATOR)).isEqualTo(last);
        assertThat(ports().people().disable(ann.id(), true)).isEqualTo(last);
        assertThat(ports().people().byId(ann.id())).contains(ann);
        amended(ports().people().assign(ann.id(), PersonRole.ADMIN));
        amended(ports().people().assign(bob.id(), PersonRole.USER));
        amended(ports().people().disable(bob.id(), false));
        amended(ports().people().assign(bob.id(), PersonRole.ADMIN));
        amended(ports().people().disable(ann.id(), true));
    }

    @Test
    void of_two_administrators_who_demote_each_other_at_once_one_stays() throws Exception {
        var people = ports().people();
        var both = List.of(administrator("ann"), administrator("bob"));
        var demotions =
                both.stream()
                        .map(
                                one ->
                                        (Callable<Amendment>)
                                                () -> people.assign(one.id(), PersonRole.USER))
                        .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 20; round++) {
                both.forEach(one -> amended(people.assign(one.id(), PersonRole.ADMIN)));
                assertThat(threads.invokeAll(demotions).stream().map(Future::resultNow))
                        .containsOnlyOnce(new Amendment.Refused(Refusal.LAST_ADMINISTRATOR));
            }
        }
    }
}
