package dev.escapement.server.body;

import dev.escapement.Codec;
import java.util.List;
import java.util.Optional;

/**
 * A page of threads.
 *
 * @param threads the threads in order
 * @param next the value of the parameter {@code after} for the next page; absent on the last page
 */
@Codec
public record ThreadPageBody(List<ThreadEntryBody> threads, Optional<String> next) {}
