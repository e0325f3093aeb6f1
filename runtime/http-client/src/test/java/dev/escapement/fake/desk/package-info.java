/**
 * An agent that talks to the fake providers, and what comes of each play whatever client it talks through. The tests of a
 * client extend {@link dev.escapement.fake.desk.PlaysContract} and {@link dev.escapement.fake.desk.StreamedPlaysContract}.
 *
 * <p>Depends on the runtime, on {@link dev.escapement.http} for settings, and on {@link dev.escapement.fake}.
 */
package dev.escapement.fake.desk;
