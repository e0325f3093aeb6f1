package dev.escapement.openai;

import dev.escapement.json.JsonText;
import dev.escapement.model.Message;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ProviderState;
import dev.escapement.tool.Call;
import dev.escapement.wire.Json;
import dev.escapement.wire.MalformedJsonException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The items of a reply of Responses that come back untouched in later requests: reasoning, messages with their phase, and
 * what the provider's own tools did. Calls come back as they were recorded, since their ids may have been changed to tell
 * them apart in the thread; in what is kept they only hold their place.
 *
 * <p>Reasoning is encrypted by the provider and of no use to any other, so the format names the provider and
 * the host. Reasoning that the provider kept for itself cannot come back, and nothing that refers to it may: such a reply is
 * written anew.
 */
final class ReasoningState {

    /** An item of a later request. */
    sealed interface Item {}

    /** An item as the provider wrote it. */
    record Raw(JsonText json) implements Item {}

    /** A call as it was recorded. */
    record Called(Call call) implements Item {}

    private static final String CALL = "function_call";
    private static final String REASONING = "reasoning";
    private static final String MESSAGE = "message";

    private final String format;

    /** What is passed back to a server. */
    ReasoningState(ModelInfo server) {
        this.format = server.provider() + ".responses@" + server.host();
    }

    /** What has to be kept of a reply; empty if it can be written anew from its text and its calls. */
    Optional<ProviderState> of(List<Json> output) {
        boolean isPlain = output.stream().allMatch(item -> isOf(item, CALL));
        if (isPlain || !output.stream().allMatch(ReasoningState::isSelfContained)) {
            return Optional.empty();
        }
        return Optional.of(
                new ProviderState(format, output.stream().map(Json::raw).collect(Collectors.joining(",", "[", "]"))));
    }

    /**
     * The items of an earlier reply.
     *
     * @return the items in order; none if nothing was kept, or not of this server, or if it does not fit what is
     *     said of the reply now
     */
    List<Item> items(Message.Assistant assistant) {
        Optional<ProviderState> state =
                assistant.state().filter(kept -> kept.format().equals(format));
        if (state.isEmpty()) {
            return List.of();
        }
        try {
            List<Json> output = Json.parse(state.get().json()).items();
            return fits(output, assistant) ? items(output, assistant.calls()) : List.of();
        } catch (MalformedJsonException | IllegalArgumentException damaged) {
            return List.of();
        }
    }

    private static boolean fits(List<Json> output, Message.Assistant reply) {
        StringBuilder said = new StringBuilder();
        List<String> called = new ArrayList<>();
        for (Json item : output) {
            if (isOf(item, CALL)) {
                called.add(item.get("name").textOrEmpty());
            } else if (isOf(item, MESSAGE)) {
                for (Json part : item.get("content").items()) {
                    said.append(part.get("text").textOrEmpty())
                            .append(part.get("refusal").textOrEmpty());
                }
            }
        }
        return reply.text().contentEquals(said) && Fitting.calls(called, reply.calls());
    }

    private static List<Item> items(List<Json> output, List<Call> calls) {
        List<Item> items = new ArrayList<>();
        List<Item> reasoning = new ArrayList<>(); // refused unless something follows it
        int call = 0;
        for (Json item : output) {
            if (isOf(item, REASONING)) {
                reasoning.add(new Raw(new JsonText(item.raw())));
            } else {
                items.addAll(reasoning);
                reasoning.clear();
                items.add(isOf(item, CALL) ? new Called(calls.get(call++)) : new Raw(new JsonText(item.raw())));
            }
        }
        return items;
    }

    /** Without its content an item is only a reference to the provider's memory, which is not used. */
    private static boolean isSelfContained(Json item) {
        return !isOf(item, REASONING)
                || !item.get("encrypted_content").isAbsent()
                || !item.get("content").items().isEmpty();
    }

    private static boolean isOf(Json item, String type) {
        Json name = item.get("type");
        return name.isText() && name.text().equals(type);
    }
}
