/**
 * An agent that uses the fake providers, and the result of each play through any client. The tests of
 * a client extend {@link dev.escapement.fake.desk.PlaysContract} and {@link
 * dev.escapement.fake.desk.StreamedPlaysContract}.
 *
 * <p>Depends on the runtime, on {@link dev.escapement.http} for settings, and on {@link dev.escapement.fake}.
 */
package dev.escapement.fake.desk;
