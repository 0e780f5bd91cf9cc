// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import io.palabre.core.ids.PersonId;

/// What is seen of one person.
public record Sighting(PersonId person, Presence presence) {}
