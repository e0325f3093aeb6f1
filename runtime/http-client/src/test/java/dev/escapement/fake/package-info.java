/**
 * Providers of models on the loopback address, for the tests of clients. They validate each request, more strictly than the
 * real providers where those are inconsistent, and reply according to a script. Written from the documents and error
 * messages of the providers, independently of the clients.
 *
 * <p>Depends on the JDK and jackson-core.
 */
package dev.escapement.fake;
