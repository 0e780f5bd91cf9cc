// SPDX-License-Identifier: Apache-2.0
/// Finding what was said. [io.palabre.core.search.Search] is the port;
/// [io.palabre.core.search.Terms] are what is looked for: parts of words, accents and case ignored.
/// A [io.palabre.core.search.Folded] text is one without accents and case that knows the way back,
/// [io.palabre.core.search.Grams] are the pieces by which an index finds it.
@NullMarked
package io.palabre.core.search;

import org.jspecify.annotations.NullMarked;
