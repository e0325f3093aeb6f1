package dev.escapement.server.body;

import dev.escapement.Codec;
import java.util.List;
import java.util.Optional;

/**
 * A page of open questions.
 *
 * @param questions the questions, oldest first
 * @param next the value of the parameter {@code after} for the next page; absent on the last page
 */
@Codec
public record QuestionPageBody(List<QuestionBody> questions, Optional<String> next) {}
