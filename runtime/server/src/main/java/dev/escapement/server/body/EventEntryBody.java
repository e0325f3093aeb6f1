package dev.escapement.server.body;

import dev.escapement.Codec;
import dev.escapement.json.JsonText;

/**
 * An event of a thread.
 *
 * @param position the position, counted from 0
 * @param event the event in its stored form
 */
@Codec
public record EventEntryBody(int position, JsonText event) {}
