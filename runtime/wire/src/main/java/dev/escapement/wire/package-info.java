/**
 * What clients of model providers share: one HTTP exchange with its timeouts, retries and limits, event streams, and JSON
 * as providers send it. Depends on the runtime, {@code java.net.http} and jackson-core; knows no provider.
 */
@NullMarked
package dev.escapement.wire;

import org.jspecify.annotations.NullMarked;
