/**
 * Contract tests for authors of stores and drivers. The author of a store implements {@link
 * dev.escapement.testkit.StoreFixture} and extends {@link dev.escapement.testkit.ThreadStoreSuite}; the author of a driver
 * implements {@link dev.escapement.testkit.DriverFixture} and extends {@link dev.escapement.testkit.DriverSuite}. Depends on
 * the runtime and JUnit Jupiter only.
 */
@NullMarked
package dev.escapement.testkit;

import org.jspecify.annotations.NullMarked;
