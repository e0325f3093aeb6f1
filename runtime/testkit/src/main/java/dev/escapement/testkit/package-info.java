/**
 * Contract tests for authors of stores. An author implements {@link dev.escapement.testkit.StoreFixture} and extends
 * {@link dev.escapement.testkit.ThreadStoreSuite}. Depends on the runtime and JUnit Jupiter only.
 */
@NullMarked
package dev.escapement.testkit;

import org.jspecify.annotations.NullMarked;
