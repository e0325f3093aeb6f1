package dev.escapement.server.body;

import dev.escapement.Codec;
import dev.escapement.run.Standing;
import java.time.Instant;
import java.util.Optional;

/**
 * An open question in the entry of a thread, without its content.
 *
 * @param callId the id of the call; empty for a question about the whole thread
 * @param kind the kind
 * @param since the time of the event that opened the question
 * @param deadline the time after which a decision is refused
 */
@Codec
public record OpenQuestionBody(String callId, Standing.Kind kind, Instant since, Optional<Instant> deadline) {}
