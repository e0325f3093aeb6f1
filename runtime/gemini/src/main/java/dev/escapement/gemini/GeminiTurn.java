package dev.escapement.gemini;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A content of a request, which combines consecutive messages of the same role.
 *
 * @param isUsers whether this is the user's turn, not the model's
 * @param parts the parts; not empty
 */
record GeminiTurn(boolean isUsers, List<RequestPart> parts) {

    /**
     * The signature that the provider documents for calls that its model did not make. It disables the check of the
     * first call.
     *
     * @see <a href="https://ai.google.dev/gemini-api/docs/thought-signatures">Thought signatures</a>
     */
    static final String UNSIGNED = "skip_thought_signature_validator";

    GeminiTurn {
        parts = List.copyOf(parts);
    }

    /** Returns this turn followed by another one of the same side. Answers to calls precede the other parts. */
    GeminiTurn joined(GeminiTurn next) {
        List<RequestPart> all = new ArrayList<>(parts);
        all.addAll(next.parts);
        all.sort(Comparator.comparingInt(GeminiTurn::position)); // stable
        return new GeminiTurn(isUsers, all);
    }

    /** Returns the position of a part in a turn: without ids, the order of answers is the order of their calls. */
    private static int position(RequestPart part) {
        return part instanceof RequestPart.FunctionResponse answer ? answer.order() : Integer.MAX_VALUE;
    }

    /** Returns this turn with a signature for the first call, unless that call has one or the turn has no calls. */
    GeminiTurn signed() {
        List<RequestPart> signed = new ArrayList<>(parts);
        for (int i = 0; i < signed.size(); i++) {
            if (signed.get(i) instanceof RequestPart.FunctionCall call) {
                if (!call.isSigned()) {
                    signed.set(i, call.signed(UNSIGNED));
                }
                return new GeminiTurn(isUsers, signed);
            }
        }
        return this;
    }
}
