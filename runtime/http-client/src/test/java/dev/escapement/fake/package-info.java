/**
 * Providers of models on the loopback address, for the tests of clients. They are stricter than the real ones where those
 * are not settled, check whatever they are asked, and answer as a script says. Written from the providers' own documents
 * and error messages, and from nothing of the clients that they test.
 *
 * <p>Depends on the JDK and jackson-core.
 */
package dev.escapement.fake;
