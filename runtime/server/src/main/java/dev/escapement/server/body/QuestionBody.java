package dev.escapement.server.body;

import dev.escapement.Codec;
import dev.escapement.Effect;
import dev.escapement.json.JsonText;
import dev.escapement.run.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An open question with everything that a person must read before the decision.
 *
 * @param path the names of the agents from the root thread to the thread of the question
 * @param threadId the id of the thread
 * @param agent the name of its agent
 * @param callId the id of the call; empty for {@link Standing.Kind#MESSAGE}
 * @param kind the kind
 * @param since the time of the event that opened the question
 * @param deadline the time after which a decision is refused
 * @param text the text of the question; empty if the kind is the only information
 * @param tool the name of the tool
 * @param toolDescription the description of the tool; absent if the agent does not have it any more
 * @param effect the effect of the step; absent if the agent does not have it any more
 * @param arguments the arguments with which the step would run; absent if they are not JSON
 * @param argumentsSchema the JSON Schema of the arguments; absent if the agent does not have the tool any more
 * @param argumentsSha256 the hash to send with a decision, as hexadecimal digits, which for a reply includes the question, and for
 *     {@link Standing.Kind#MESSAGE} is that of the question
 * @param replySchema the JSON Schema of the reply
 * @param labels the labels of the thread
 * @param permitted the decisions that the sender of the request may send
 * @param answers the answers that the call permits; absent unless the kind is {@link Standing.Kind#DECISION}
 */
@Codec
public record QuestionBody(
        List<String> path,
        String threadId,
        String agent,
        String callId,
        Standing.Kind kind,
        Instant since,
        Optional<Instant> deadline,
        String text,
        Optional<String> tool,
        Optional<String> toolDescription,
        Optional<Effect> effect,
        Optional<JsonText> arguments,
        Optional<JsonText> argumentsSchema,
        String argumentsSha256,
        Optional<JsonText> replySchema,
        Map<String, String> labels,
        List<PermittedAction> permitted,
        Optional<List<AnswerKind>> answers) {}
