package dev.escapement.server.body;

import dev.escapement.Codec;
import java.util.List;
import java.util.OptionalInt;

/**
 * A range of the events of a thread.
 *
 * @param events the events in order
 * @param size the number of events of the thread
 * @param next the position of the event after the range; absent if there is none
 */
@Codec
public record EventPageBody(List<EventEntryBody> events, int size, OptionalInt next) {}
