// SPDX-License-Identifier: Apache-2.0
/// What people report to the moderators. [io.palabre.core.reports.Reports] is the port; a report
/// keeps the words that were reported, whatever becomes of them afterwards.
@NullMarked
package io.palabre.core.reports;

import org.jspecify.annotations.NullMarked;
