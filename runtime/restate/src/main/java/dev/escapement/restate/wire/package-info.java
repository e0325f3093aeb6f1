/**
 * The JSON bodies between the store, the virtual object and its state, which are not an API. The processor generates their
 * codecs. Unknown properties are skipped, so that two releases can share a Restate cluster.
 */
@NullMarked
package dev.escapement.restate.wire;

import org.jspecify.annotations.NullMarked;
