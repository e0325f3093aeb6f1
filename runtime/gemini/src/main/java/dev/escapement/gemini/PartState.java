package dev.escapement.gemini;

import dev.escapement.http.client.ProviderJson;
import dev.escapement.http.client.ServerState;
import dev.escapement.http.client.UnpairedSurrogates;
import dev.escapement.json.JsonText;
import dev.escapement.model.Message;
import dev.escapement.model.ProviderState;
import dev.escapement.tool.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A reader and writer of provider state that contains all parts of a reply, in order. Parts of any type may have a
 * thought signature, which later requests must repeat at the same position. Calls are repeated as they were recorded.
 *
 * @see <a href="https://ai.google.dev/gemini-api/docs/thought-signatures">Thought signatures</a>
 */
final class PartState {

    /** The maximum length of a state in characters. */
    static final int MAX_LENGTH = 1_000_000;

    private static final System.Logger LOG = System.getLogger(GeminiModel.class.getName());

    private final ServerState state;

    /**
     * Creates a reader and writer for the replies of one server. A server rejects the signatures of other servers.
     *
     * @param host the host name of the server
     */
    PartState(String host) {
        this.state = new ServerState("gemini.content@" + host);
    }

    /**
     * Returns the state to store with a reply. It is empty if the text and the calls contain all of the reply's content.
     * Parts of unknown types, for example generated images, are omitted from a state that is too long.
     */
    Optional<ProviderState> of(List<ReplyPart> parts) {
        boolean isFirst = true;
        boolean isPlain = true;
        for (ReplyPart part : parts) {
            isPlain &= part.isPlain() && (isFirst || part.isCall());
            isFirst = false;
        }
        if (isPlain) {
            return Optional.empty();
        }
        Optional<ProviderState> whole = bounded(parts);
        if (whole.isPresent()) {
            return whole;
        }
        Optional<ProviderState> known =
                bounded(parts.stream().filter(part -> !part.isOther()).toList());
        LOG.log(
                System.Logger.Level.WARNING,
                "The additions of the provider to a reply have more than " + MAX_LENGTH
                        + " characters and are not stored"
                        + (known.isPresent() ? ", except its text, thoughts, calls and signatures" : ""));
        return known;
    }

    private Optional<ProviderState> bounded(List<ReplyPart> parts) {
        String json = parts.stream().map(ReplyPart::json).collect(Collectors.joining(",", "[", "]"));
        return json.length() > MAX_LENGTH ? Optional.empty() : Optional.of(state.of(json));
    }

    /**
     * Returns the parts stored with an earlier reply.
     *
     * @param calls converts a call and the properties of its part to a part of the request
     * @param isSigned whether the parts have their signatures
     * @return the parts in order; none if the reply has no state of this server, or one that differs from its text and its
     *     calls
     */
    List<RequestPart> parts(Message.Assistant reply, CallFactory calls, boolean isSigned) {
        return state.read(
                        reply,
                        kept -> fits(kept.items(), reply)
                                ? parts(kept.items(), reply.calls(), calls, isSigned)
                                : List.<RequestPart>of())
                .orElse(List.of());
    }

    /** A factory of calls in a request. */
    @FunctionalInterface
    interface CallFactory {

        /**
         * Returns the part of a request for an earlier call.
         *
         * @param call the call as it was recorded
         * @param kept the part of the reply without the arguments
         */
        RequestPart of(Call call, ProviderJson kept);
    }

    private static boolean fits(List<ProviderJson> kept, Message.Assistant reply) {
        String text = kept.stream()
                .filter(part -> ReplyPart.Kind.of(part) == ReplyPart.Kind.TEXT)
                .map(part -> part.get("text").text())
                .collect(Collectors.joining());
        List<String> tools = kept.stream()
                .filter(part -> ReplyPart.Kind.of(part) == ReplyPart.Kind.CALL)
                .map(ReplyPart::tool)
                .toList();
        return text.equals(reply.text()) && hasTools(reply, tools);
    }

    /** Returns whether a reply calls tools with these names. Impossible names are replaced in requests. */
    private static boolean hasTools(Message.Assistant reply, List<String> tools) {
        if (tools.size() != reply.calls().size()) {
            return false;
        }
        for (int i = 0; i < tools.size(); i++) {
            String recorded = reply.calls().get(i).tool();
            if (!recorded.equals(tools.get(i)) && tools.get(i).matches("[a-zA-Z0-9_-]{1,64}")) {
                return false;
            }
        }
        return true;
    }

    private static List<RequestPart> parts(
            List<ProviderJson> kept, List<Call> calls, CallFactory factory, boolean isSigned) {
        List<RequestPart> parts = new ArrayList<>();
        int call = 0;
        for (ProviderJson part : kept) {
            parts.add(
                    ReplyPart.Kind.of(part) == ReplyPart.Kind.CALL
                            ? factory.of(calls.get(call++), part)
                            : new RequestPart.UnchangedPart(new JsonText(
                                    UnpairedSurrogates.replaceInJson(isSigned ? part.raw() : unsigned(part)))));
        }
        return List.copyOf(parts);
    }

    private static String unsigned(ProviderJson part) {
        return part.names().stream()
                .filter(name -> !name.equals(ReplyPart.SIGNATURE))
                .map(name ->
                        ReplyPart.QUOTED.encode(name) + ":" + part.get(name).raw())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
